// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a clock is ahead of UTC, as people write it: {@code +2:00}, {@code -3:30}, {@code 5}, {@code UTC+1}. */
final class ClockText {

    /** Different clocks stand at most this far apart (RFC 3339 knows no more; the world's are from -12 to +14). */
    private static final int MOST_HOURS = 18;

    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)? *([+\u2212-]?) *([0-9]{1,2})(?::?([0-5][0-9]))?", Pattern.CASE_INSENSITIVE);

    private ClockText() {}

    /** The text for an offset, empty for none. */
    static String of(@Nullable ZoneOffset offset) {
        if (offset == null) {
            return "";
        }
        int minutes = offset.getTotalSeconds() / 60;
        int absolute = Math.abs(minutes);
        return (minutes < 0 ? "-" : "+") + absolute / 60 + (absolute % 60 < 10 ? ":0" : ":") + absolute % 60;
    }

    /** Whether a text is an offset, or nothing. */
    static boolean isValid(String text) {
        return text.isBlank() || offset(text) != null;
    }

    /** The offset that a text states; null where it states none. */
    static @Nullable ZoneOffset offset(String text) {
        Matcher matcher = OFFSET.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int total = Integer.parseInt(matcher.group(2)) * 60 + minutes;
        boolean behind = !matcher.group(1).isEmpty() && !matcher.group(1).equals("+");
        return total <= MOST_HOURS * 60 ? ZoneOffset.ofTotalSeconds((behind ? -total : total) * 60) : null;
    }
}
