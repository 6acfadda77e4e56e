// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.RemotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real listing lines with what they mean, kept outside the repository: JSON lines, one case each. The folder is
 * {@code ../shared/listings} or what {@code TWINPORT_LISTINGS} names, as a system property or in the environment.
 */
final class Corpus {

    private Corpus() {}

    static Path folder() {
        String named = Optional.ofNullable(System.getProperty("TWINPORT_LISTINGS"))
                .orElseGet(() -> System.getenv().getOrDefault("TWINPORT_LISTINGS", "../shared/listings"));
        return Path.of(named);
    }

    static boolean isHere() {
        return Files.isRegularFile(folder().resolve("commons-net.jsonl"));
    }

    static boolean isRequired() {
        return System.getenv().getOrDefault("TWINPORT_REQUIRE", "").contains("listings");
    }

    static List<JsonNode> cases(String file) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> cases = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve(file))) {
            cases.add(mapper.readTree(line));
        }
        return cases;
    }

    /** The entries of a case, as Twinport reads them. */
    static Listing parse(JsonNode node) {
        boolean facts = node.path("system").asString("").equals("mlsx")
                || node.path("syst").asString("").equals("MLSD");
        return Listings.parse(
                facts ? ListingFormat.MLSD : ListingFormat.LIST,
                Listings.CLOCK,
                RemotePath.of(node.path("cwd").asString("/")),
                lines(node).toArray(String[]::new));
    }

    private static List<String> lines(JsonNode node) {
        List<String> lines = new ArrayList<>();
        if (node.has("lines")) {
            node.get("lines").forEach(line -> lines.add(line.asString()));
        } else if (node.has("listing_hex")) {
            byte[] bytes = HexFormat.of().parseHex(node.get("listing_hex").asString());
            lines.addAll(split(new String(bytes, StandardCharsets.ISO_8859_1)));
        } else {
            lines.addAll(split(node.path("listing").asString(node.path("line").asString(""))));
        }
        if (node.has("stat_code")) {
            // The control connection takes the reply code off the lines of a STAT reply.
            String code = node.get("stat_code").asString();
            lines.replaceAll(line -> line.startsWith(code) ? line.substring(code.length() + 1) : line);
        }
        return lines;
    }

    private static List<String> split(String text) {
        return List.of(text.split("\r?\n", -1));
    }
}
