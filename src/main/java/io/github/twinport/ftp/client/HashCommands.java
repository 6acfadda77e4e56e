// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
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

    private final ControlConnection control;
    private final Features features;

    HashCommands(ControlConnection control, Features features) {
        this.control = control;
        this.features = features;
    }

    /** The digest of a file; empty where the server has no command for it. */
    Optional<ContentHash> of(RemotePath file) throws FtpException {
        if (features.has("HASH")) {
            return Optional.of(hash(file));
        }
        for (Map.Entry<String, String> older : OLDER) {
            if (features.has(older.getKey())) {
                return Optional.of(older(older.getKey(), older.getValue(), file));
            }
        }
        return Optional.empty();
    }

    private ContentHash hash(RemotePath file) throws FtpException {
        String offered = features.parameters().getOrDefault("HASH", "");
        if (Arrays.asList(offered.split(";", -1)).contains(BEST)) {
            control.execute(Command.of("OPTS", "HASH " + BEST));
        }
        Reply reply = demand(Command.of("HASH", file.toString()));
        Matcher found = HASH_REPLY.matcher(reply.text());
        if (!found.find()) {
            throw new ProtocolViolation("HASH answered " + reply);
        }
        return new ContentHash(found.group(1), found.group(2).toLowerCase(Locale.ROOT));
    }

    private ContentHash older(String verb, String algorithm, RemotePath file) throws FtpException {
        Reply reply = demand(Command.of(verb, file.toString()));
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

    private Reply demand(Command command) throws FtpException {
        Reply reply = control.execute(command);
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
        return reply;
    }
}
