// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.NameRules;
import io.github.twinport.transfer.rules.RenamePattern;
import java.time.LocalDateTime;
import java.util.function.Predicate;

/**
 * Finds a name beside one that is taken: {@code photo.jpg}, {@code photo (2).jpg}, {@code photo (3).jpg} …
 *
 * @param pattern what the names look like; one without a number is tried once, then it is numbered
 * @param now the local time
 * @param rules what names may be there
 */
record FreeName(RenamePattern pattern, LocalDateTime now, NameRules rules) {

    /** The first name of the sequence after the given one that is not taken. */
    String beside(String name, Predicate<String> taken) {
        String base = name;
        RenamePattern numbered = pattern;
        if (!pattern.isNumbered()) {
            String once = pattern.name(name, 2, now, rules);
            if (!once.equals(name) && !taken.test(once)) {
                return once;
            }
            base = once;
            numbered = RenamePattern.STANDARD;
        }
        int number = 2;
        String free = numbered.name(base, number, now, rules);
        while (taken.test(free)) {
            number++;
            free = numbered.name(base, number, now, rules);
        }
        return free;
    }
}
