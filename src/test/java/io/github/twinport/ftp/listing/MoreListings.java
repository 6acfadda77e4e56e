// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.PathSyntax;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.control.WireCharset;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a case of {@code more.jsonl}, whole listings byte for byte, with what Twinport reads: "case field". */
final class MoreListings {

    private final String id;
    private final JsonNode node;
    private final ZoneOffset offset;
    private final Set<String> differences = new LinkedHashSet<>();

    private MoreListings(JsonNode node) {
        this.id = node.get("id").asString();
        this.node = node;
        this.offset = ZoneOffset.of(node.get("offset").asString());
    }

    static List<String> differences(JsonNode node) {
        MoreListings judge = new MoreListings(node);
        judge.judge(judge.entries());
        return List.copyOf(judge.differences);
    }

    private List<Entry> entries() {
        ListingFormat format = ListingFormat.valueOf(node.get("format").asString());
        ListingClock clock = new ListingClock(Instant.parse(node.get("now").asString()), offset);
        WireCharset charset =
                new WireCharset(Charset.forName(node.get("charset").asString()));
        RemotePath folder = switch (node.path("paths").asString("")) {
            // The folder that the only path in these listings is in.
            case "VMS" -> RemotePath.of("DISK$VOL:[A.DIR]");
            case "MVS" -> new RemotePath(PathSyntax.MVS, List.of());
            default -> RemotePath.ROOT;
        };
        List<Entry> entries = new ArrayList<>();
        for (JsonNode listing : node.get("listing_hex")) {
            byte[] bytes = HexFormat.of().parseHex(listing.asString());
            ListingParser parser = new ListingParser(format, clock, folder);
            for (String line : charset.decode(bytes, 0, bytes.length).split("\r*\n", -1)) {
                parser.line(line, entries::add);
            }
            parser.finish(entries::add);
        }
        return entries;
    }

    private void judge(List<Entry> entries) {
        JsonNode expected = node.get("entries");
        boolean complete = node.get("complete").asBoolean();
        if ((complete || expected.isEmpty()) && entries.size() != expected.size()) {
            check("entries", false);
        }
        int next = 0;
        for (JsonNode entry : expected) {
            int found = next;
            while (found < entries.size() && !isNamed(entry, entries.get(found).name())) {
                found++;
            }
            if (found == entries.size()) {
                check("name", false);
            } else {
                check("name", !complete || found == next);
                fields(entry, entries.get(found));
                next = found + 1;
            }
        }
    }

    private static boolean isNamed(JsonNode expected, String name) {
        boolean stripped = expected.path("name_strip").asBoolean(false);
        return (stripped ? name.strip() : name).equals(expected.get("name").asString());
    }

    private void fields(JsonNode expected, Entry entry) {
        check("kind", isKind(expected.get("kind").asString(), entry.kind()));
        if (expected.has("size")) {
            JsonNode size = expected.get("size");
            long bytes = size.canConvertToLong() ? size.asLong() : Entry.UNKNOWN_SIZE;
            check("size", entry.shownSize() == bytes && (size.isNull() || size.canConvertToLong()));
        }
        text(expected, "target", entry.linkTarget());
        text(expected, "perm", entry.permissions());
        text(expected, "owner", entry.owner());
        text(expected, "group", entry.group());
        if (expected.has("perm_octal")) {
            check(
                    "perm_octal",
                    CorpusJudge.octal(entry.permissions())
                            .equals(expected.get("perm_octal").asString()));
        }
        if (expected.has("date")) {
            time(expected, entry.modified());
        }
    }

    private void time(JsonNode expected, @Nullable Timestamp modified) {
        if (modified == null || expected.get("date").isNull()) {
            check("date", modified == null && expected.get("date").isNull());
            return;
        }
        String shown = modified.instant().atOffset(offset).toLocalDateTime().toString();
        check("date", shown.startsWith(expected.get("date").asString()));
        String time = expected.path("time").asString("");
        boolean dayIsEnough = expected.path("time_soft").asBoolean(false) && shown.endsWith("T00:00");
        check("time", dayIsEnough || (shown + ":00").startsWith("T" + time, 10));
    }

    private static boolean isKind(String expected, EntryKind kind) {
        return switch (expected) {
            case "*" -> true;
            case "file" -> kind == EntryKind.FILE;
            case "dir" -> kind == EntryKind.FOLDER;
            case "link" -> kind == EntryKind.LINK;
            case "other" -> kind == EntryKind.OTHER;
            default -> expected.startsWith("!") && !isKind(expected.substring(1), kind);
        };
    }

    private void text(JsonNode expected, String field, @Nullable String actual) {
        if (expected.has(field)) {
            JsonNode value = expected.get(field);
            check(field, Objects.requireNonNullElse(actual, "").equals(value.isNull() ? "" : value.asString()));
        }
    }

    private void check(String field, boolean asExpected) {
        if (!asExpected) {
            differences.add(id + " " + field);
        }
    }
}
