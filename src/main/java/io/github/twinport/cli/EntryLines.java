// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.PathSyntax;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.TemporaryName;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of a listing as {@link JsonPrinter} writes all other events, but straight into bytes: folders have
 * hundreds of thousands of them, which mostly differ by a few characters. For one thread at a time.
 */
final class EntryLines {

    private static final int BUFFER = 64 * 1024;
    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    /** Years of four digits: 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;

    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] BEGIN = ascii("{\"event\":\"" + JsonEvent.ENTRY.word() + "\",\"path\":\"");
    private static final byte[] NAME = ascii(",\"name\":\"");
    private static final byte[] KIND = ascii(",\"kind\":\"");
    private static final byte[] SIZE = ascii(",\"size\":");
    private static final byte[] MODIFIED = ascii(",\"modified\":\"");
    private static final byte[] PRECISION = ascii(",\"precision\":\"");
    private static final byte[] PERMISSIONS = ascii(",\"permissions\":\"");
    private static final byte[] OWNER = ascii(",\"owner\":\"");
    private static final byte[] GROUP = ascii(",\"group\":\"");
    private static final byte[] TARGET = ascii(",\"target\":\"");
    private static final byte[] TEMPORARY = ascii(",\"temporary\":true");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] END = ascii("}\n");

    private final PrintStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final Map<Enum<?>, String> words = new HashMap<>();
    private int length;
    private @Nullable RemotePath latest;
    private String prefix = "";
    private long day = Long.MIN_VALUE;
    private String dayText = "";

    EntryLines(PrintStream out) {
        this.out = out;
    }

    /** Writes one entry; it may wait in the buffer. */
    void print(RemotePath folder, Entry entry) {
        put(BEGIN);
        path(folder, entry.name());
        put(QUOTE);
        member(NAME, entry.name());
        member(KIND, word(entry.kind()));
        if (entry.size() != Entry.UNKNOWN_SIZE) {
            put(SIZE);
            text(Long.toString(entry.size()));
        }
        Timestamp modified = entry.modified();
        if (modified != null) {
            put(MODIFIED);
            instant(modified.instant());
            put(QUOTE);
            member(PRECISION, word(modified.precision()));
        }
        optional(PERMISSIONS, entry.permissions());
        optional(OWNER, entry.owner());
        optional(GROUP, entry.group());
        optional(TARGET, Objects.requireNonNullElse(entry.linkTarget(), ""));
        if (!entry.isFolder() && TemporaryName.isTemporary(entry.name())) {
            put(TEMPORARY);
        }
        put(END);
    }

    /** Hands on what waits in the buffer. */
    void flush() {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void optional(byte[] name, String value) {
        if (!value.isEmpty()) {
            member(name, value);
        }
    }

    private void member(byte[] name, String value) {
        put(name);
        text(value);
        put(QUOTE);
    }

    /** All entries of a folder with slashes begin alike. */
    private void path(RemotePath folder, String name) {
        if (!folder.syntax().equals(PathSyntax.SLASH)) {
            text(folder.child(name).toString());
            return;
        }
        if (!folder.equals(latest)) {
            String text = folder.toString();
            prefix = text.endsWith("/") ? text : text + "/";
            latest = folder;
        }
        text(prefix);
        text(name);
    }

    private void instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (instant.getNano() != 0 || seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            text(instant.toString());
            return;
        }
        long date = Math.floorDiv(seconds, SECONDS_OF_DAY);
        if (date != day) {
            day = date;
            dayText = LocalDate.ofEpochDay(date).toString();
        }
        int second = Math.floorMod(seconds, SECONDS_OF_DAY);
        text(dayText);
        room(10);
        buffer[length++] = 'T';
        twoDigits(second / 3600);
        buffer[length++] = ':';
        twoDigits(second / 60 % 60);
        buffer[length++] = ':';
        twoDigits(second % 60);
        buffer[length++] = 'Z';
    }

    private void twoDigits(int number) {
        buffer[length++] = (byte) ('0' + number / 10);
        buffer[length++] = (byte) ('0' + number % 10);
    }

    private void text(String text) {
        for (int begin = 0; begin < text.length(); begin += BUFFER / 8) {
            int end = Math.min(text.length(), begin + BUFFER / 8);
            room((end - begin) * 6);
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                    buffer[length++] = (byte) c;
                } else {
                    escape(c);
                }
            }
        }
    }

    private void escape(char c) {
        buffer[length++] = '\\';
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        if (letter >= 0) {
            buffer[length++] = (byte) "btnfr\"\\".charAt(letter);
            return;
        }
        buffer[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[c >> shift & 0xF];
        }
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int most) {
        if (buffer.length - length < most) {
            flush();
        }
    }

    private String word(Enum<?> value) {
        return words.computeIfAbsent(value, other -> other.name().toLowerCase(Locale.ROOT));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
