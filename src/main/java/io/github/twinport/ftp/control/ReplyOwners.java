// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.Reply;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells a reply that cannot be the answer to a command: its code is one that only other commands have. It shows that
 * replies and commands are out of step, because the server has said too much or too little before. Only what RFC 959 and
 * RFC 3659 leave no doubt about is judged, for servers take liberties with codes like 200 and 250.
 */
final class ReplyOwners {

    private static final Set<String> TRANSFERS = Set.of("RETR", "STOR", "APPE", "LIST", "MLSD", "NLST");

    /** Those that may be refused for want of a data connection or say how a transfer ended are left out. */
    private static final Set<String> QUESTIONS =
            Set.of("SIZE", "MDTM", "MFMT", "PWD", "TYPE", "REST", "RNFR", "EPSV", "PASV", "EPRT", "PORT");

    private static final Set<String> OTHERS =
            Set.of("CWD", "CDUP", "MKD", "RMD", "DELE", "RNTO", "NOOP", "OPTS", "FEAT", "PBSZ", "PROT", "MODE");

    private static final Set<String> JUDGED = union(TRANSFERS, QUESTIONS, OTHERS);

    /** The judged commands that may be answered by a code. */
    private static final Map<Integer, Set<String>> OWNERS = Map.ofEntries(
            Map.entry(125, TRANSFERS),
            Map.entry(150, TRANSFERS),
            Map.entry(213, Set.of("SIZE", "MDTM", "MFMT")),
            Map.entry(226, union(TRANSFERS, OTHERS)),
            Map.entry(227, Set.of("PASV", "EPSV")),
            Map.entry(229, Set.of("PASV", "EPSV")),
            Map.entry(257, Set.of("PWD", "MKD", "CWD", "CDUP")),
            Map.entry(331, Set.of()),
            Map.entry(350, union(TRANSFERS, Set.of("RNFR", "REST"))));

    private ReplyOwners() {}

    /** Whether the reply belongs to another command. */
    static boolean isForeign(Command command, Reply reply) {
        String verb = command.verb();
        if (!JUDGED.contains(verb)) {
            return false;
        }
        boolean renamed = verb.equals("RNFR") && reply.isCompletion();
        return renamed || !OWNERS.getOrDefault(reply.code(), JUDGED).contains(verb);
    }

    /** Whether the reply says once more that a transfer has ended, which the command before it was told already. */
    static boolean isRepeatedEnd(Command command, Reply reply) {
        return reply.code() == 226 && isForeign(command, reply);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
