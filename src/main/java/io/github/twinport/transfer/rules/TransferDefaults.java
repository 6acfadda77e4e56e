// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules for new transfers: one set for each direction, and what single servers need. Immutable; any thread.
 *
 * @param downloads how files come from servers
 * @param uploads how files go to servers
 * @param directServers servers by {@code host:port} that forbid renames, so that uploads go straight to their last names
 */
public record TransferDefaults(TransferRules downloads, TransferRules uploads, Set<String> directServers) {

    /** What holds where nobody says otherwise. */
    public static final TransferDefaults STANDARD =
            new TransferDefaults(TransferRules.DEFAULT.withPermissions(true), TransferRules.DEFAULT, Set.of());

    /** Keeps its own copy. */
    public TransferDefaults {
        directServers = Set.copyOf(directServers);
    }

    /** The rules of a transfer with the server {@code host:port}. */
    public TransferRules of(boolean download, String hostAndPort) {
        return download || !directServers.contains(hostAndPort)
                ? (download ? downloads : uploads)
                : uploads.withTemporaryNames(TemporaryRule.OFF);
    }

    /** The same with another rule for existing targets of one direction. */
    public TransferDefaults withExisting(boolean download, ExistingRule rule) {
        return download
                ? new TransferDefaults(downloads.withExisting(rule), uploads, directServers)
                : new TransferDefaults(downloads, uploads.withExisting(rule), directServers);
    }

    /** The same with another verification of both directions. */
    public TransferDefaults withVerification(Verification verification) {
        return new TransferDefaults(
                downloads.withVerification(verification), uploads.withVerification(verification), directServers);
    }

    /** The same with other names beside existing targets, in both directions. */
    public TransferDefaults withRenamePattern(RenamePattern pattern) {
        return new TransferDefaults(
                downloads.withRenamePattern(pattern), uploads.withRenamePattern(pattern), directServers);
    }

    /** The same with permissions of one direction kept or not. */
    public TransferDefaults withPermissions(boolean download, boolean on) {
        return download
                ? new TransferDefaults(downloads.withPermissions(on), uploads, directServers)
                : new TransferDefaults(downloads, uploads.withPermissions(on), directServers);
    }

    /** The same with uploads to a server straight to their last names or not. */
    public TransferDefaults withDirect(String hostAndPort, boolean direct) {
        Set<String> servers = new TreeSet<>(directServers);
        if (direct) {
            servers.add(hostAndPort);
        } else {
            servers.remove(hostAndPort);
        }
        return new TransferDefaults(downloads, uploads, servers);
    }

    /** How they are kept in a database; {@link #of(String)} reads it. */
    public String text() {
        return downloads.text() + "\n" + uploads.text() + "\n" + String.join(" ", new TreeSet<>(directServers));
    }

    /** Reads what {@link #text} wrote; what is missing or makes no sense is as in {@link #STANDARD}. */
    public static TransferDefaults of(String text) {
        String[] lines = text.split("\n", -1);
        Set<String> servers = new TreeSet<>();
        if (lines.length > 2) {
            servers.addAll(Arrays.asList(lines[2].split(" ", -1)));
            servers.remove("");
        }
        return new TransferDefaults(
                TransferRules.of(lines[0], STANDARD.downloads),
                TransferRules.of(lines.length > 1 ? lines[1] : "", STANDARD.uploads),
                servers);
    }
}
