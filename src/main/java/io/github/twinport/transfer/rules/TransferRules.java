// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a file or folder is transferred. Immutable; any thread.
 *
 * @param existing what is done with existing targets
 * @param verification which files are compared with the server's digest
 * @param temporaryNames whether uploads grow under a temporary name
 * @param permissions whether new files get the permissions of their sources, where both sides know such
 * @param renamePattern what a file is named that is written beside an existing target
 * @param connections how many connections move files at once at most; 0 for as many as the server allows
 */
public record TransferRules(
        ExistingRule existing,
        Verification verification,
        TemporaryRule temporaryNames,
        boolean permissions,
        RenamePattern renamePattern,
        int connections) {

    /** What holds where nobody says otherwise. */
    public static final TransferRules DEFAULT = new TransferRules(
            ExistingRule.ASK, Verification.AUTOMATIC, TemporaryRule.AUTO, false, RenamePattern.STANDARD, 0);

    /** The same with another rule for existing targets. */
    public TransferRules withExisting(ExistingRule rule) {
        return new TransferRules(rule, verification, temporaryNames, permissions, renamePattern, connections);
    }

    /** The same with another verification. */
    public TransferRules withVerification(Verification other) {
        return new TransferRules(existing, other, temporaryNames, permissions, renamePattern, connections);
    }

    /** The same with temporary names or without. */
    public TransferRules withTemporaryNames(TemporaryRule rule) {
        return new TransferRules(existing, verification, rule, permissions, renamePattern, connections);
    }

    /** The same with permissions kept or not. */
    public TransferRules withPermissions(boolean on) {
        return new TransferRules(existing, verification, temporaryNames, on, renamePattern, connections);
    }

    /** The same with other names beside existing targets. */
    public TransferRules withRenamePattern(RenamePattern other) {
        return new TransferRules(existing, verification, temporaryNames, permissions, other, connections);
    }

    /** The same with another number of connections, 0 for as many as the server allows. */
    public TransferRules withConnections(int most) {
        return new TransferRules(existing, verification, temporaryNames, permissions, renamePattern, Math.max(0, most));
    }

    /** How it is kept in a database; {@link #of} reads it. */
    public String text() {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "existing", existing.name(),
                "verification", verification.text(),
                "temporaryNames", temporaryNames.text(),
                "permissions", String.valueOf(permissions),
                "renamePattern", URLEncoder.encode(renamePattern.text(), StandardCharsets.UTF_8),
                "connections", String.valueOf(connections)));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} of any version wrote; what is missing or makes no sense is as in {@link #DEFAULT}. */
    public static TransferRules of(String text) {
        return of(text, DEFAULT);
    }

    /** Reads what {@link #text} of any version wrote; what is missing or makes no sense is as in the given ones. */
    static TransferRules of(String text, TransferRules otherwise) {
        TransferRules rules = otherwise;
        for (String part : text.split(" ", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                rules = rules.with(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return rules;
    }

    private TransferRules with(String name, String value) {
        try {
            return switch (name) {
                case "existing" -> withExisting(ExistingRule.valueOf(value));
                case "verification" -> withVerification(Verification.of(value));
                case "temporaryNames" -> withTemporaryNames(TemporaryRule.of(value));
                case "permissions" -> withPermissions(Boolean.parseBoolean(value));
                case "renamePattern" ->
                    withRenamePattern(new RenamePattern(URLDecoder.decode(value, StandardCharsets.UTF_8)));
                case "connections" -> withConnections(Math.max(0, Integer.parseInt(value)));
                default -> this;
            };
        } catch (IllegalArgumentException e) {
            return this;
        }
    }
}
