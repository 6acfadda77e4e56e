// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries of listings as JSON, read back by a library. */
class EntryLinesTest {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void anEntryIsOneLineOfAscii() {
        Timestamp time = new Timestamp(Instant.parse("2026-03-01T04:05:09Z"), Precision.MINUTE);
        Entry entry = new Entry("a \"ö\\\u0001\t\u007f", EntryKind.FILE, 12, time, "rw-r--r--", "me", "us", null);

        assertThat(line(RemotePath.of("/folder/ü"), entry))
                .isEqualTo("{\"event\":\"entry\",\"path\":\"/folder/\\u00FC/a \\\"\\u00F6\\\\\\u0001\\t\\u007F\","
                        + "\"name\":\"a \\\"\\u00F6\\\\\\u0001\\t\\u007F\",\"kind\":\"file\",\"size\":12,"
                        + "\"modified\":\"2026-03-01T04:05:09Z\",\"precision\":\"minute\",\"permissions\":\"rw-r--r--\","
                        + "\"owner\":\"me\",\"group\":\"us\"}\n");
    }

    @Test
    void whatAListingDoesNotTellIsLeftOut() {
        assertThat(line(RemotePath.ROOT, Entry.named("a", EntryKind.FOLDER)))
                .isEqualTo("{\"event\":\"entry\",\"path\":\"/a\",\"name\":\"a\",\"kind\":\"folder\"}\n");
        assertThat(line(RemotePath.ROOT, new Entry("a", EntryKind.LINK, 0, null, "", "", "", "to")))
                .isEqualTo("{\"event\":\"entry\",\"path\":\"/a\",\"name\":\"a\",\"kind\":\"link\",\"size\":0,"
                        + "\"target\":\"to\"}\n");
    }

    @Test
    void pathsAreWrittenAsTheServerWritesThem() {
        RemotePath folder = RemotePath.of("DISK:[A.B]");

        JsonNode object = mapper.readTree(line(folder, Entry.named("C.TXT;1", EntryKind.FILE)));

        assertThat(object.path("path").asString()).isEqualTo("DISK:[A.B]C.TXT;1");
    }

    @Test
    void everyNameAndTimeComesBackUnharmed() {
        Random random = new Random(7);
        var out = new ByteArrayOutputStream();
        var lines = new EntryLines(new PrintStream(out, false, StandardCharsets.UTF_8));
        RemotePath folder = RemotePath.of("/many");
        Entry[] entries = new Entry[2000];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(random);
            lines.print(folder, entries[i]);
        }
        lines.flush();

        String[] written = out.toString(StandardCharsets.UTF_8).split("\n", -1);
        assertThat(written).hasSize(entries.length + 1);
        for (int i = 0; i < entries.length; i++) {
            JsonNode object = mapper.readTree(written[i]);
            assertThat(object.path("name").asString()).isEqualTo(entries[i].name());
            assertThat(object.path("path").asString()).isEqualTo("/many/" + entries[i].name());
            assertThat(object.path("kind").asString())
                    .isEqualTo(entries[i].kind().name().toLowerCase(Locale.ROOT));
            assertThat(object.path("size").asLong(Entry.UNKNOWN_SIZE)).isEqualTo(entries[i].size());
            assertThat(object.path("modified").asString("")).isEqualTo(text(entries[i].modified()));
        }
    }

    @Test
    void aVeryLongNameFits() {
        String name = "\u20ac".repeat(100_000);

        JsonNode object = mapper.readTree(line(RemotePath.ROOT, Entry.named(name, EntryKind.FILE)));

        assertThat(object.path("name").asString()).isEqualTo(name);
    }

    @Test
    void theOrderOfEntriesAndOtherEventsIsKept() {
        var out = new ByteArrayOutputStream();
        var printer = new JsonPrinter(new PrintStream(out, false, StandardCharsets.UTF_8));
        Event entry = new Event.Listed(RemotePath.ROOT, Entry.named("a", EntryKind.FILE));
        Event problem = new Event.Problem(ExitCode.SOME_FAILED, new Explanation("no", ""));
        printer.print(entry);
        printer.print(problem);
        printer.print(entry);
        printer.print(entry);
        printer.print(problem);
        printer.flush();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .extracting(line -> mapper.readTree(line).path("event").asString())
                .containsExactly("entry", "error", "entry", "entry", "error");
    }

    private static String line(RemotePath folder, Entry entry) {
        var out = new ByteArrayOutputStream();
        var lines = new EntryLines(new PrintStream(out, false, StandardCharsets.UTF_8));
        lines.print(folder, entry);
        lines.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Timestamp time) {
        return time == null ? "" : time.instant().toString();
    }

    private static Entry entry(Random random) {
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(30); i > 0; i--) {
            char c = (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80));
            name.append(EntryName.isPlain(String.valueOf(c)) ? c : '_');
        }
        // The second half is of years that need more or less than four digits.
        long range = random.nextBoolean() ? 4_000_000_000L : 1_000_000_000_000L;
        Instant instant = Instant.ofEpochSecond(
                random.nextLong(-range, range), random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0);
        Timestamp time = random.nextInt(5) == 0 ? null : new Timestamp(instant, Precision.SECOND);
        EntryKind kind = random.nextBoolean() ? EntryKind.FILE : EntryKind.LINK;
        long size = random.nextInt(5) == 0 ? Entry.UNKNOWN_SIZE : random.nextLong(1L << 50);
        return new Entry(name.toString(), kind, size, time, "", "", "", null);
    }
}
