// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.function.Predicate;

/** Finds a name beside one that is taken: {@code photo.jpg}, {@code photo (2).jpg}, {@code photo (3).jpg} … */
final class FreeName {

    private FreeName() {}

    /** The first name of the sequence after the given one that is not taken. */
    static String beside(String name, Predicate<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        int number = 2;
        String free = stem + " (" + number + ")" + extension;
        while (taken.test(free)) {
            number++;
            free = stem + " (" + number + ")" + extension;
        }
        return free;
    }
}
