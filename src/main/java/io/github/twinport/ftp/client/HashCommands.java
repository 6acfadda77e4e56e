// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a server for the digest of a file: HASH (draft-bryan-ftpext-hash), or one of the older commands that servers
 * name in FEAT. Belongs to the lane thread.
 */
final class HashCommands {

    private static final String BEST = "SHA-256";

    /** The older commands, the strongest function first. */
    private static final List<Map.Entry<String, String>> OLDER = List.of(
            Map.entry("XSHA512", "SHA-512"),
            Map.entry("XSHA256", "SHA-256"),
            Map.entry("XSHA1", "SHA-1"),
            Map.entry("XSHA", "SHA-1"),
            Map.entry("XMD5", "MD5"),
            Map.entry("MD5", "MD5"),
            Map.entry("XCRC", "CRC32"));

    /** {@code SHA-256 0-49 6169…b6 file.ext}; ProFTPD says before that it is computing. */
    private static final Pattern HASH_REPLY = Pattern.compile("(\\S+) \\d+-\\d+ ([0-9A-Fa-f]{8,128})(?![0-9A-Za-z])");

    private static final Pattern DIGEST = Pattern.compile("(?<![0-9A-Za-z])([0-9A-Fa-f]{8,128})(?![0-9A-Za-z])");

    /** Reading the file takes the server at most so long per byte, beyond the time that any reply may take. */
    private static final long SLOWEST_BYTES_PER_SECOND = 10_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ControlConnection control;
    private final Features features;
    private boolean selected;

    HashCommands(ControlConnection control, Features features) {
        this.control = control;
        this.features = features;
    }

    /** The function that will be used; empty where the server has no command for it. */
    Optional<String> algorithm() {
        if (features.has("HASH")) {
            return Optional.of(offers(BEST) ? BEST : current());
        }
        return OLDER.stream()
                .filter(older -> features.has(older.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The digest of a file; empty where the server has no command for it. */
    Optional<ContentHash> of(RemotePath file) throws FtpException {
        return algorithm().isEmpty() ? Optional.empty() : Optional.of(of(file, Entry.UNKNOWN_SIZE));
    }

    /** The digest of a file of a length in bytes. */
    ContentHash of(RemotePath file, long size) throws FtpException {
        Duration patience = PATIENCE.plusSeconds(Math.max(0, size) / SLOWEST_BYTES_PER_SECOND);
        for (Map.Entry<String, String> older : OLDER) {
            if (!features.has("HASH") && features.has(older.getKey())) {
                return older(older.getKey(), older.getValue(), file, patience);
            }
        }
        return hash(file, patience);
    }

    private boolean offers(String algorithm) {
        return offered().stream().anyMatch(each -> each.equals(algorithm) || each.equals(algorithm + "*"));
    }

    /** What is used where nobody chooses: the server marks it with an asterisk. */
    private String current() {
        return offered().stream()
                .filter(each -> each.endsWith("*"))
                .map(each -> each.substring(0, each.length() - 1))
                .findFirst()
                .orElse(offered().getFirst());
    }

    private List<String> offered() {
        return Arrays.stream(features.parameters().getOrDefault("HASH", "").split(";", -1))
                .map(String::strip)
                .toList();
    }

    private ContentHash hash(RemotePath file, Duration patience) throws FtpException {
        if (!selected && offers(BEST) && !current().equals(BEST)) {
            control.execute(Command.of("OPTS", "HASH " + BEST));
        }
        selected = true;
        Reply reply = demand(Command.of("HASH", file.toString()), patience);
        Matcher found = HASH_REPLY.matcher(reply.text());
        if (!found.find()) {
            throw new ProtocolViolation("HASH answered " + reply);
        }
        return new ContentHash(found.group(1), found.group(2).toLowerCase(Locale.ROOT));
    }

    private ContentHash older(String verb, String algorithm, RemotePath file, Duration patience) throws FtpException {
        Reply reply = demand(Command.of(verb, file.toString()), patience);
        // The digest may stand before or after the name, which may look like one: it is the word of the right length.
        int length = switch (algorithm) {
            case "SHA-512" -> 128;
            case "SHA-256" -> 64;
            case "SHA-1" -> 40;
            case "MD5" -> 32;
            default -> 8;
        };
        return DIGEST.matcher(reply.text())
                .results()
                .map(match -> match.group(1))
                .filter(digits -> digits.length() == length)
                .findFirst()
                .map(digits -> new ContentHash(algorithm, digits.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new ProtocolViolation(verb + " answered " + reply));
    }

    private Reply demand(Command command, Duration patience) throws FtpException {
        Reply reply = control.await(control.send(command), Phase.REPLY, patience);
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
        return reply;
    }
}
