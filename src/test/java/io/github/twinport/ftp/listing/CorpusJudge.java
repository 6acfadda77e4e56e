// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what a case of the corpus expects with what Twinport reads; a difference is named "case field". */
final class CorpusJudge {

    private final String id;
    private final JsonNode node;
    private final Listing listing;
    private final List<String> differences = new ArrayList<>();

    private CorpusJudge(JsonNode node) {
        this.id = node.get("id").asString();
        this.node = node;
        this.listing = Corpus.parse(node);
    }

    static List<String> differences(JsonNode node) {
        CorpusJudge judge = new CorpusJudge(node);
        judge.judge();
        return judge.differences;
    }

    private void judge() {
        List<Entry> entries = listing.entries();
        switch (node.get("expect").asString()) {
            case "reject_or_no_date" -> check("rejected", entries.stream().allMatch(entry -> entry.modified() == null));
            case "reject", "invalid_listing" -> check("rejected", rejectedTime() && entries.isEmpty());
            case "ignore" -> check("ignored", entries.isEmpty() && listing.unparsedCount() == 0);
            case "parse" -> parsed(entries);
            default -> check("expectation", false);
        }
    }

    private boolean rejectedTime() {
        return !node.has("value") || TimeText.parse(node.get("value").asString()) == null;
    }

    private void parsed(List<Entry> entries) {
        JsonNode expected = node.path("entries");
        if (node.has("names")) {
            List<String> names = new ArrayList<>();
            node.get("names").forEach(name -> names.add(name.asString()));
            check("names", entries.stream().map(Entry::name).toList().equals(names));
        }
        if (expected.isNumber()) {
            check("entries", entries.size() == expected.asInt());
        } else if (expected.isArray()) {
            check("entries", entries.size() == expected.size());
            for (int i = 0; i < Math.min(entries.size(), expected.size()); i++) {
                fields(expected.get(i), entries.get(i));
            }
        } else if (node.has("line")) {
            check("entry", entries.size() == 1);
            entries.forEach(entry -> fields(node, entry));
        } else {
            check("entries", !entries.isEmpty());
        }
    }

    private void fields(JsonNode expected, Entry entry) {
        text(expected, "name", entry.name());
        text(expected, "target", entry.linkTarget());
        text(expected, "user", entry.owner());
        text(expected, "owner", entry.owner());
        text(expected, "group", entry.group());
        if (expected.has("size")) {
            JsonNode size = expected.get("size");
            check("size", entry.shownSize() == (size.isNull() ? Entry.UNKNOWN_SIZE : size.asLong()));
        }
        if (expected.has("dir")) {
            check("dir", entry.isFolder() == expected.get("dir").asBoolean());
        }
        if (expected.has("link")) {
            check(
                    "link",
                    (entry.kind() == EntryKind.LINK) == expected.get("link").asBoolean());
        }
        permissions(expected, entry.permissions());
        times(expected, entry.modified());
    }

    private void permissions(JsonNode expected, String permissions) {
        text(expected, "perm", permissions);
        text(expected, "perm_string", permissions);
        if (expected.has("perm_octal")) {
            check(
                    "perm_octal",
                    octal(permissions).equals(expected.get("perm_octal").asString()));
        }
        expected.path("perm_bits").forEachEntry((bit, set) -> {
            int at = "ugo".indexOf(bit.charAt(0)) * 3 + "rwx".indexOf(bit.charAt(1));
            boolean shown = permissions.length() == 9 && "rwxst".indexOf(permissions.charAt(at)) >= 0;
            check("perm_bits", shown == set.asBoolean());
        });
    }

    private void times(JsonNode expected, @Nullable Timestamp modified) {
        ZonedDateTime time = modified == null ? null : modified.instant().atZone(ZoneOffset.UTC);
        if (expected.path("date_required").asBoolean(false)) {
            check("date", time != null);
        }
        if (expected.path("date").isNull() && expected.path("epoch").isMissingNode()) {
            check("date", time == null);
        }
        if (expected.path("date").isString()) {
            String pattern = expected.get("date").asString().replace("?", ".");
            String shown = time == null ? "" : time.format(DateTimeFormatter.ISO_LOCAL_DATE);
            check("date", shown.matches(".*" + pattern));
        }
        if (expected.path("time").isString()) {
            String shown = time == null ? "" : time.format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
            check("time", shown.startsWith(expected.get("time").asString()));
        }
        if (expected.path("epoch").isNumber()) {
            check(
                    "epoch",
                    instantIs(
                            modified,
                            Instant.ofEpochSecond(expected.get("epoch").asLong())));
        }
        if (expected.path("epoch_ms").isNumber()) {
            check(
                    "epoch",
                    instantIs(
                            modified,
                            Instant.ofEpochMilli(expected.get("epoch_ms").asLong())));
        }
        if (expected.has("precision")) {
            Precision precision = switch (expected.get("precision").asString()) {
                case "day_of_month" -> Precision.DAY;
                case "minute" -> Precision.MINUTE;
                case "second" -> Precision.SECOND;
                default -> Precision.FRACTION;
            };
            check("precision", modified != null && modified.precision() == precision);
        }
    }

    private static boolean instantIs(@Nullable Timestamp modified, Instant instant) {
        return modified != null && modified.instant().equals(instant);
    }

    static String octal(String permissions) {
        int mode = 0;
        for (int i = 0; i < permissions.length(); i++) {
            mode = mode << 1 | ("rwxst".indexOf(permissions.charAt(i)) >= 0 ? 1 : 0);
        }
        return permissions.length() == 9 ? Integer.toOctalString(mode) : permissions;
    }

    private void text(JsonNode expected, String field, @Nullable String actual) {
        if (expected.has(field)) {
            JsonNode value = expected.get(field);
            check(field, Objects.requireNonNullElse(actual, "").equals(value.isNull() ? "" : value.asString()));
        }
    }

    private void check(String field, boolean asExpected) {
        if (!asExpected && !differences.contains(id + " " + field)) {
            differences.add(id + " " + field);
        }
    }
}
