// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date column of Unix-like lines, in every form that is printed: {@code Mar  2 15:13}, {@code Aug 24  2001},
 * {@code 2. Mär 15:13}, {@code 6月 3日 2003年}, {@code Sat Mar  2 15:13:22 2014}, {@code 2005-03-02 18:06},
 * {@code 2005-03-02 18:06:11.000000000 +0100}, {@code 02.03.2005 18:06}, {@code 11-21 03:26}, {@code 09-26 2000},
 * {@code Oct 08, 2002 09:47}.
 */
final class UnixDate {

    private static final int LAST_DAY = 31;

    private final ServerTime serverTime;
    private final TimeOfDay time = new TimeOfDay();
    private final NumericDate numeric = new NumericDate();
    private @Nullable Timestamp timestamp;
    private @Nullable OpenDate openDate;
    private int lastWord;
    private boolean shortYear;
    private int year;

    UnixDate(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    /** The date that {@link #read} found. */
    @Nullable
    Timestamp timestamp() {
        return timestamp;
    }

    /** The date that {@link #read} found, where it does not tell the order of day and month. */
    @Nullable
    OpenDate openDate() {
        return openDate;
    }

    /** The last word of the date that {@link #read} found. */
    int lastWord() {
        return lastWord;
    }

    /**
     * Where the name begins after the date that {@link #read} found: one blank follows the date, all others are the
     * name's. Where a year stands right behind the day, it was printed into the five columns of a time, and a blank
     * that fills them is not the name's.
     */
    int nameBegin(Line line) {
        int end = line.end(lastWord);
        String text = line.text();
        boolean filled = shortYear && end + 1 < text.length() && text.charAt(end + 1) == ' ';
        return filled ? end + 2 : end + 1;
    }

    /** Whether a valid date begins at the word. */
    boolean read(Line line, int word) {
        timestamp = null;
        openDate = null;
        shortYear = false;
        if (!line.has(word)) {
            return false;
        }
        char c = line.first(word);
        if (!Digits.isDigit(c)) {
            return startsWithName(line, word);
        }
        return startsWithNumber(line, word);
    }

    /** Month, day, then year or time; or a weekday in front of that. */
    private boolean startsWithName(Line line, int word) {
        if (!line.has(word + 2)) {
            return false;
        }
        int day = dayOf(line, word + 1);
        if (day == Digits.NONE) {
            return MonthNames.isWeekday(line, word)
                    && line.has(word + 3)
                    && startsWithName(line, word + 1, Digits.NONE);
        }
        return startsWithName(line, word, day);
    }

    private boolean startsWithName(Line line, int word, int knownDay) {
        int day = knownDay == Digits.NONE ? dayOf(line, word + 1) : knownDay;
        if (day == Digits.NONE || !readYearOrTime(line, word + 2)) {
            return false;
        }
        int month = MonthNames.month(line.text(), line.begin(word), line.end(word));
        return month != Digits.NONE && complete(line, month, day, timeAfterYear(line, word) ? word + 3 : word + 2);
    }

    /** Whether a time follows on a year, which is so only where a comma parts the year from the day. */
    private boolean timeAfterYear(Line line, int word) {
        if (year == Digits.NONE || line.last(word + 1) != ',' || !line.has(word + 4)) {
            return false;
        }
        boolean timed = time.read(line.text(), line.begin(word + 3), line.end(word + 3));
        shortYear = !timed && shortYear;
        return timed;
    }

    private boolean startsWithNumber(Line line, int word) {
        if (line.number(word) > LAST_DAY) {
            // A number without any sign is no more than a day; owners, groups and sizes mostly are more.
            return false;
        }
        if (numeric.read(line.text(), line.begin(word), line.end(word))) {
            return completeNumeric(line, word);
        }
        int month = CjkNumber.of(line, word);
        if (month >= 1_000 && line.has(word + 3)) {
            return startsWithCjkYear(line, word, month);
        }
        if (!line.has(word + 2)) {
            return false;
        }
        if (month != Digits.NONE) {
            int day = dayOf(line, word + 1);
            return day != Digits.NONE && readYearOrTime(line, word + 2) && complete(line, month, day, word + 2);
        }
        int day = dayOf(line, word);
        if (day == Digits.NONE || !readYearOrTime(line, word + 2)) {
            return false;
        }
        int named = MonthNames.month(line.text(), line.begin(word + 1), line.end(word + 1));
        return named != Digits.NONE && complete(line, named, day, word + 2);
    }

    /** {@code 2003年 6月 3日}, with or without a time. */
    private boolean startsWithCjkYear(Line line, int word, int cjkYear) {
        int month = CjkNumber.of(line, word + 1);
        int day = dayOf(line, word + 2);
        if (month == Digits.NONE || day == Digits.NONE) {
            return false;
        }
        boolean timed = line.has(word + 4) && time.read(line.text(), line.begin(word + 3), line.end(word + 3));
        if (!timed) {
            time.clear();
        }
        year = cjkYear;
        return complete(line, month, day, timed ? word + 3 : word + 2);
    }

    private boolean completeNumeric(Line line, int word) {
        boolean timed = line.has(word + 1) && time.read(line.text(), line.begin(word + 1), line.end(word + 1));
        year = numeric.year();
        if (!timed) {
            time.clear();
            boolean yearFollows = year == Digits.NONE && line.has(word + 2);
            year = yearFollows ? yearOf(line, word + 1) : year;
            return year != Digits.NONE && numericUpTo(line, yearFollows ? word + 1 : word);
        }
        if (time.precision() != Precision.MINUTE && line.has(word + 2) && ZoneWord.is(line, word + 2)) {
            int offset = ZoneWord.seconds(line, word + 2);
            timestamp = serverTime.of(year, numeric.month(), numeric.day(), time, offset);
            lastWord = word + 2;
            return timestamp != null;
        }
        return numericUpTo(line, word + 1);
    }

    private boolean numericUpTo(Line line, int last) {
        if (!numeric.isOpen()) {
            return complete(line, numeric.month(), numeric.day(), last);
        }
        lastWord = last;
        openDate = serverTime.open(numeric, time);
        timestamp = openDate.monthFirst() == null ? openDate.dayFirst() : openDate.monthFirst();
        return timestamp != null;
    }

    /** Takes what was read apart; the year, if there is none, is guessed or follows a time with seconds. */
    private boolean complete(Line line, int month, int day, int last) {
        lastWord = last;
        if (year == Digits.NONE) {
            boolean yearFollows = time.precision() != Precision.MINUTE && line.has(last + 2);
            int following = yearFollows ? yearOf(line, last + 1) : Digits.NONE;
            if (following == Digits.NONE) {
                year = serverTime.guessYear(month, day, time.hour(), time.minute());
            } else {
                year = following;
                lastWord = last + 1;
            }
        }
        timestamp = serverTime.of(year, month, day, time);
        return timestamp != null;
    }

    private boolean readYearOrTime(Line line, int word) {
        if (time.read(line.text(), line.begin(word), line.end(word))) {
            year = Digits.NONE;
            return true;
        }
        year = yearOf(line, word);
        shortYear = line.length(word) == 4 && line.begin(word) - line.end(word - 1) == 1;
        return year != Digits.NONE;
    }

    private static int yearOf(Line line, int word) {
        int value = line.length(word) == 4 ? (int) line.number(word) : CjkNumber.of(line, word);
        return value >= 1_000 && value <= 9_999 ? value : Digits.NONE;
    }

    /** A day of the month: {@code 3}, {@code 03}, {@code 3.}, {@code 3,}, {@code 3日}. */
    private static int dayOf(Line line, int word) {
        int begin = line.begin(word);
        int end = line.end(word);
        if (!Digits.isDigit(line.text().charAt(begin))) {
            return Digits.NONE;
        }
        char last = line.last(word);
        int day;
        if (last == '.' || last == ',') {
            day = Digits.small(line.text(), begin, end - 1);
        } else if (Digits.isDigit(last)) {
            day = Digits.small(line.text(), begin, end);
        } else {
            day = CjkNumber.of(line, word);
        }
        return day >= 1 && day <= LAST_DAY ? day : Digits.NONE;
    }
}
