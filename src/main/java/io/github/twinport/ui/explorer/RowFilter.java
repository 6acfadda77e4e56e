// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a quick filter lets through: names that hold its text, or that its {@code *} and {@code ?} describe. */
final class RowFilter {

    private RowFilter() {}

    static Predicate<Row> of(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return row -> true;
        }
        if (wanted.indexOf('*') < 0 && wanted.indexOf('?') < 0) {
            return row -> row.name().toLowerCase(Locale.ROOT).contains(wanted);
        }
        StringBuilder pattern = new StringBuilder();
        wanted.chars().forEach(c -> {
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(Character.toString(c)));
            }
        });
        Predicate<String> matches = Pattern.compile(pattern.toString()).asMatchPredicate();
        return row -> matches.test(row.name().toLowerCase(Locale.ROOT));
    }
}
