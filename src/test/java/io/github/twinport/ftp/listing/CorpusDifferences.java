// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.List;
import java.util.Map;

/** Where Twinport means to read a case of the corpus otherwise than its origin, and why. */
final class CorpusDifferences {

    private static final Map<String, List<String>> BY_REASON = Map.ofEntries(
            Map.entry(
                    "a valid line of another dialect than the one that the origin tests; dialects are found out here",
                    List.of(
                            "cnet-098 rejected",
                            "cnet-099 rejected",
                            "cnet-258 rejected",
                            "cnet-259 rejected",
                            "cnet-283 rejected",
                            "cnet-284 rejected",
                            "cnet-286 rejected",
                            "cnet-287 rejected",
                            "cnet-288 rejected",
                            "cnet-289 rejected",
                            "cnet-290 rejected",
                            "cnet-291 rejected",
                            "cnet-292 rejected",
                            "cnet-293 rejected",
                            "cnet-294 rejected",
                            "cnet-295 rejected",
                            "cnet-296 rejected",
                            "cnet-297 rejected")),
            Map.entry(
                    "an unusual line whose name, size and date are clear; the user wants to see the file",
                    List.of(
                            "cnet-000 rejected",
                            "cnet-001 rejected",
                            "cnet-006 rejected",
                            "cnet-007 rejected",
                            "cnet-008 rejected",
                            "cnet-115 rejected",
                            "cnet-116 rejected",
                            "cnet-118 rejected",
                            "cnet-119 rejected",
                            "cnet-120 rejected",
                            "cnet-151 rejected",
                            "cnet-152 rejected",
                            "cnet-174 rejected",
                            "cnet-225 rejected",
                            "cnet-226 rejected",
                            "cnet-236 rejected",
                            "cnet-253 rejected",
                            "cnet-254 rejected",
                            "cnet-257 rejected",
                            "cnet-276 rejected",
                            "cnet-277 rejected",
                            "cnet-282 rejected",
                            "cd-106 rejected")),
            Map.entry(
                    "a fact that makes no sense costs the fact, not the entry",
                    List.of("cnet-312 rejected", "cnet-314 rejected", "cnet-316 rejected", "cnet-318 rejected")),
            Map.entry(
                    "drafts of MLSD had no semicolon behind the last fact, and servers were made after them",
                    List.of("cnet-313 rejected")),
            Map.entry(
                    "a date with the day first tells that the listing has the day first", List.of("cnet-097 rejected")),
            Map.entry(
                    "a name that is a path, or holds a CR, is reported and never becomes an entry",
                    List.of(
                            "cnet-166 entry",
                            "cnet-182 entry",
                            "cnet-326 entry",
                            "cnet-327 entry",
                            "cnet-328 entry",
                            "cnet-329 entry",
                            "cd-060 entry",
                            "cd-094 entry",
                            "cd-140 entries",
                            "cd-140 name")),
            Map.entry(
                    "the listed folder itself or the one above is no entry",
                    List.of("cnet-319 entry", "cnet-320 entry")),
            Map.entry("a heading is no entry", List.of("cnet-204 entry", "cnet-214 entry")),
            Map.entry(
                    "blanks in front of a name are the name's; the origin's parser was told otherwise",
                    List.of("cnet-069 name")),
            Map.entry("the origin's parser was told a format without a year and took 1970", List.of("cnet-334 date")),
            Map.entry("a folder of which no size is shown has none", List.of("cnet-109 size", "cnet-110 size")),
            Map.entry(
                    "VMS counts blocks, so the size in bytes is unknown",
                    List.of("cnet-142 size", "cnet-143 size", "cnet-144 size", "cnet-145 size")),
            Map.entry(
                    "permissions of other systems are kept as they are shown",
                    List.of(
                            "cnet-142 perm_octal",
                            "cnet-143 perm_octal",
                            "cnet-144 perm_octal",
                            "cnet-145 perm_octal",
                            "cnet-234 perm_bits")),
            Map.entry("CWD wants the folder of VMS without .DIR", List.of("cnet-142 name", "cnet-143 name")),
            Map.entry(
                    "the newest version of VMS, listed first, has the plain name, the others keep their versions",
                    List.of("cnet-335 names", "cnet-336 entries", "cnet-336 names")),
            Map.entry(
                    "the entry of a folder that must not be read is an entry like others", List.of("cd-116 rejected")));

    private static final Map<String, List<String>> MORE = Map.ofEntries(
            Map.entry(
                    "an unusual line whose kind and name are clear; the user wants to see it",
                    List.of(
                            "jlaffaye_ftp-030 entries",
                            "suppaftp-009 entries",
                            "suppaftp-013 entries",
                            "suppaftp-014 entries")),
            Map.entry(
                    "an unknown kind is shown as a thing that has to be looked at, and the listing is not whole",
                    List.of("jlaffaye_ftp-032 entries")),
            Map.entry("a line of facts is one of LIST, too", List.of("jlaffaye_ftp-031 entries")),
            Map.entry("a size of 2^64 - 1 is a failure of the server's and no size", List.of("jlaffaye_ftp-007 size")),
            Map.entry("a date without a time is known to the day", List.of("fluentftp-116 date")),
            Map.entry("a file of IBM i holds members, and CWD goes into it", List.of("fluentftp-122 kind")));

    private CorpusDifferences() {}

    /** The differences of the whole listings. */
    static List<String> more() {
        return MORE.values().stream().flatMap(List::stream).toList();
    }

    /** The differences of the cases whose id begins with the prefix. */
    static List<String> of(String prefix) {
        return BY_REASON.values().stream()
                .flatMap(List::stream)
                .filter(difference -> difference.startsWith(prefix))
                .toList();
    }
}
