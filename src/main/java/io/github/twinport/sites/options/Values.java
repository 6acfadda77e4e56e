// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kept texts by their names; what is missing or makes no sense is as it is by default. */
record Values(Map<String, String> texts) {

    String string(String name, String fallback) {
        return texts.getOrDefault(name, fallback);
    }

    boolean flag(String name, boolean fallback) {
        return of(name, fallback, Boolean::valueOf);
    }

    int number(String name, int fallback) {
        return of(name, fallback, Integer::valueOf);
    }

    <E extends Enum<E>> E choice(String name, E fallback) {
        return of(name, fallback, text -> Enum.valueOf(fallback.getDeclaringClass(), text));
    }

    /** Reads one text by a function that throws where the text makes no sense. */
    <T extends @Nullable Object> T of(String name, T fallback, Function<String, T> read) {
        @Nullable String text = texts.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            return fallback;
        }
    }
}
