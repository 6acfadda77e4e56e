// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import io.github.twinport.files.NameRules;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file is named whose name is taken: any text with the fields <code>{name}</code> and <code>{ext}</code> (the
 * parts of its name before and from the last dot), <code>{n}</code> (2, 3 …), <code>{date}</code> and
 * <code>{time}</code> (of the renaming, as 2026-11-21 and 09-12-46). Immutable; any thread.
 *
 * @param text the pattern
 */
public record RenamePattern(String text) {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> FIELDS = Set.of("name", "ext", "n", "date", "time");
    private static final String REFUSED = "/\\<>:\"|?*%";
    private static final String ARCHIVE = ".tar";
    private static final int LONGEST = 100;
    private static final int LONGEST_EXTENSION = 32;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT);

    /** {@code photo (2).jpg}; below what its making needs. */
    public static final RenamePattern STANDARD = new RenamePattern("{name} ({n}){ext}");

    /** Why a text is no pattern. */
    public enum Problem {
        /** It has not the field <code>{name}</code>. */
        NAME,
        /** A brace is not part of a field, or a field is not known. */
        FIELD,
        /** A field stands in it twice. */
        TWICE,
        /** A character of it cannot be part of names everywhere, or a space or dot stands at an end. */
        CHARACTER,
        /** It is too long. */
        LENGTH
    }

    /**
     * Takes a text that is a pattern.
     *
     * @throws IllegalArgumentException when it has a {@link #problem}
     */
    public RenamePattern {
        if (problem(text).isPresent()) {
            throw new IllegalArgumentException(text);
        }
    }

    /** Why a text is no pattern, empty when it is one. */
    public static Optional<Problem> problem(String text) {
        Set<String> seen = new HashSet<>();
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            if (!FIELDS.contains(fields.group(1))) {
                return Optional.of(Problem.FIELD);
            }
            if (!seen.add(fields.group(1))) {
                return Optional.of(Problem.TWICE);
            }
        }
        String literal = fields.replaceAll("");
        if (literal.contains("{") || literal.contains("}")) {
            return Optional.of(Problem.FIELD);
        }
        boolean ends = text.startsWith(" ") || text.endsWith(" ") || text.endsWith(".");
        if (ends || !literal.chars().allMatch(RenamePattern::isAllowed)) {
            return Optional.of(Problem.CHARACTER);
        }
        if (!seen.contains("name")) {
            return Optional.of(Problem.NAME);
        }
        return text.length() > LONGEST ? Optional.of(Problem.LENGTH) : Optional.empty();
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> REFUSED.indexOf(c) < 0;
        };
    }

    /** Whether names differ by their number; without it two files of one second get the same name. */
    public boolean isNumbered() {
        return text.contains("{n}");
    }

    /**
     * The name that this pattern makes of another one.
     *
     * @param original the name that is taken
     * @param number which try it is, from 2 on
     * @param now the local time
     * @param rules what names may be where it is to stand; the first part is shortened until the name is
     */
    public String name(String original, int number, LocalDateTime now, NameRules rules) {
        int dot = extension(original);
        boolean extended = dot > 0 && original.length() - dot <= LONGEST_EXTENSION;
        String stem = extended ? original.substring(0, dot) : original;
        String extension = extended ? original.substring(dot) : "";
        String name = rules.closest(filled(stem, extension, number, now));
        while (!rules.fits(name) && !stem.isEmpty()) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
            name = rules.closest(filled(stem, extension, number, now));
        }
        return name;
    }

    /** Where the last part of a name begins; that of a compressed archive has two dots. */
    private static int extension(String name) {
        int dot = name.lastIndexOf('.');
        int archive = dot - ARCHIVE.length();
        return archive > 0 && name.startsWith(ARCHIVE, archive) ? archive : dot;
    }

    private String filled(String stem, String extension, int number, LocalDateTime now) {
        String filled = FIELD.matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(
                        switch (field.group(1)) {
                            case "name" -> stem;
                            case "ext" -> extension;
                            case "n" -> Integer.toString(number);
                            case "date" -> DATE.format(now);
                            default -> TIME.format(now);
                        }));
        // Where the name has no last part, what stood before its field would end the name.
        return extension.isEmpty() ? filled.stripTrailing() : filled;
    }
}
