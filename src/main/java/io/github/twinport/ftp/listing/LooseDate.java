// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Finds date columns that {@link UnixDate} refuses: {@code 3 29 03:26}, {@code 2003 Mar 20}, {@code 01-jun-99},
 * {@code 05/26/95 6:30PM}, {@code Apr 4 24:00}, and dates that do not exist but are easily seen to be meant as one
 * ({@code Jan 00 00:00}, {@code Feb 30 2001}); those have no time.
 */
final class LooseDate {

    private static final int LAST_DAY = 31;

    private final ServerTime serverTime;
    private final UnixDate usual;
    private final DosDate numbers = new DosDate();
    private final DashedDate dashed = new DashedDate();
    private final LooseTime time = new LooseTime();
    private @Nullable Timestamp timestamp;
    private @Nullable OpenDate openDate;
    private int nameBegin;
    private boolean unsure;

    LooseDate(ServerTime serverTime) {
        this.serverTime = serverTime;
        this.usual = new UnixDate(serverTime);
    }

    /** The date that was found, null where it does not exist. */
    @Nullable
    Timestamp timestamp() {
        return timestamp;
    }

    /** The date that was found, where it does not tell the order of day and month. */
    @Nullable
    OpenDate openDate() {
        return openDate;
    }

    /** Whether the words may as well be something else, so that the name may begin elsewhere. */
    boolean isUnsure() {
        return unsure;
    }

    /** Where the name begins after the date that was found; it may be behind the line's end. */
    int nameBegin() {
        return nameBegin;
    }

    /** Whether a date that a reader would see as one begins at the word. */
    boolean read(Line line, int word) {
        forget();
        if (!line.has(word)) {
            return false;
        }
        if (usual.read(line, word)) {
            timestamp = usual.timestamp();
            openDate = usual.openDate();
            nameBegin = usual.nameBegin(line);
            return true;
        }
        boolean weekday = MonthNames.isWeekday(line, word) && line.has(word + 1);
        int first = weekday ? word + 1 : word;
        return readOneWord(line, first) || readThreeWords(line, first);
    }

    /** A month of no known name, and a day, and a year or time: only where nothing better was found. */
    boolean readUnknownMonth(Line line, int word) {
        forget();
        if (!line.has(word + 2)) {
            return false;
        }
        int one = DateWords.small(line, word);
        int other = DateWords.small(line, word + 1);
        int name = one >= 0 ? word + 1 : word;
        int day = Math.max(one, other);
        unsure = line.number(word + 2) >= 0;
        return (one < 0 || other < 0)
                && day >= 0
                && day <= LAST_DAY
                && DateWords.isName(line, name)
                && readYearOrTime(line, word + 2, 0, day);
    }

    /** Two numbers and a year, which any three numbers may be: only where nothing better was found. */
    boolean readNumbers(Line line, int word) {
        forget();
        if (!line.has(word + 2)) {
            return false;
        }
        int a = DateWords.small(line, word);
        int b = DateWords.small(line, word + 1);
        int year = line.length(word + 2) == 4 ? (int) line.number(word + 2) : Digits.NONE;
        if (a < 0 || b < 0 || a > LAST_DAY || b > LAST_DAY || year < 1_900 || year > 2_100) {
            return false;
        }
        time.clear();
        numbers.set(year, a, b);
        unsure = true;
        return complete(line, word + 2);
    }

    private void forget() {
        timestamp = null;
        openDate = null;
        unsure = false;
    }

    /** {@code 01-jun-99}, {@code 05/26/95}, {@code 0000-00-00}, each with or without a time. */
    private boolean readOneWord(Line line, int word) {
        String text = line.text();
        boolean named = dashed.read(line, word);
        boolean numeric = !named && numbers.read(text, line.begin(word), line.end(word));
        boolean nothing = !named && !numeric && DateWords.isZeros(text, line.begin(word), line.end(word));
        if (!named && !numeric && !nothing) {
            return false;
        }
        int last = time.read(line, word + 1);
        if (last < 0) {
            time.clear();
            last = word;
        }
        endsAt(line, last);
        if (named) {
            timestamp = time.on(dashed.year(), dashed.month(), dashed.day(), serverTime);
        } else if (numeric && numbers.isOpen()) {
            openDate = time.on(numbers, serverTime);
        } else if (numeric) {
            timestamp = time.on(numbers.year(), numbers.month(), numbers.day(), serverTime);
        }
        return true;
    }

    /** Month, day and year or time, in other orders than usual or with numbers that do not exist. */
    private boolean readThreeWords(Line line, int word) {
        if (!line.has(word + 2)) {
            return false;
        }
        int firstYear = DateWords.year(line, word);
        if (firstYear > 0) {
            time.clear();
            int month = DateWords.month(line, word + 1);
            int day = DateWords.small(line, word + 2);
            boolean meant = month > 0 && day >= 0 && day <= LAST_DAY;
            return meant && complete(line, firstYear, month, day, word + 2);
        }
        int one = DateWords.small(line, word);
        int other = DateWords.small(line, word + 1);
        if (one >= 0 && other >= 0) {
            return one <= LAST_DAY && other <= LAST_DAY && readNumbersAndTime(line, word, one, other);
        }
        int name = one >= 0 ? word + 1 : word;
        int month = MonthNames.month(line.text(), line.begin(name), line.end(name));
        return month > 0 && readNamed(line, word, month, Math.max(one, other));
    }

    /** Month and day, in any order, and a time or a year behind them, which may be missing. */
    private boolean readNamed(Line line, int word, int month, int day) {
        if (day < 0) {
            return false;
        }
        if (readYearOrTime(line, word + 2, month, day)) {
            return true;
        }
        if (DateWords.small(line, word) >= 0) {
            // A number in front of a month may as well be the size.
            return false;
        }
        unsure = true;
        endsAt(line, word + 1);
        return true;
    }

    private boolean readYearOrTime(Line line, int word, int month, int day) {
        int last = time.read(line, word);
        if (last >= 0) {
            return complete(line, Digits.NONE, month, day, last);
        }
        time.clear();
        int length = line.length(word);
        int year = length == 3 || length == 4 ? (int) line.number(word) : Digits.NONE;
        return year >= 0 && complete(line, year, month, day, word);
    }

    private boolean readNumbersAndTime(Line line, int word, int one, int other) {
        int last = time.read(line, word + 2);
        if (last < 0) {
            return false;
        }
        int month = one > 12 ? other : one;
        int day = one > 12 ? one : other;
        numbers.set(serverTime.guessYear(month, day, time.hour(), time.minute()), one, other);
        return complete(line, last);
    }

    private boolean complete(Line line, int last) {
        openDate = time.on(numbers, serverTime);
        endsAt(line, last);
        return true;
    }

    private boolean complete(Line line, int shownYear, int month, int day, int last) {
        endsAt(line, last);
        int year = shownYear < 0 ? serverTime.guessYear(month, day, time.hour(), time.minute()) : shownYear;
        timestamp = year < 1_000 ? null : time.on(year, month, day, serverTime);
        return true;
    }

    private void endsAt(Line line, int last) {
        nameBegin = line.end(last) + 1;
    }
}
