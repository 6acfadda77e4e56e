// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;

/**
 * A scripted server with a tree of its own, whose listings may be made to say less than there is. Any thread.
 *
 * <pre>{@code
 * var tree = new ScriptedTree().file("/a/b", "hello").says("/a", "226 Output truncated to 1 matches");
 * try (var server = ScriptedServer.startForEach(tree.responder())) { ... }
 * }</pre>
 */
public final class ScriptedTree {

    private static final int LONGEST = 1 << 20;

    /** Contents by path. */
    public final SortedMap<String, String> files = new ConcurrentSkipListMap<>();

    /** The paths of all folders but the root. */
    public final SortedSet<String> folders = new ConcurrentSkipListSet<>();

    /** What is there although no listing shows it. */
    public final SortedSet<String> unseen = new ConcurrentSkipListSet<>();

    /** The seconds of the file times, by path; the others are of 2020. */
    public final Map<String, String> times = new ConcurrentHashMap<>();

    /** Under which path the server keeps what it is sent under another. */
    public UnaryOperator<String> storedAs = path -> path;

    private final Map<String, String> endings = new ConcurrentHashMap<>();
    private final Map<Conversation, Map<String, String>> sessions = new ConcurrentHashMap<>();

    /** Adds a file and the folders above it. */
    public ScriptedTree file(String path, String content) {
        files.put(path, content);
        return folder(path.substring(0, path.lastIndexOf('/')));
    }

    /** Adds a folder and those above it. */
    public ScriptedTree folder(String path) {
        for (String above = path; !above.isEmpty(); above = above.substring(0, above.lastIndexOf('/'))) {
            folders.add(above);
        }
        return this;
    }

    /** Lets the listing of a folder end with another reply. */
    public ScriptedTree says(String folder, String reply) {
        endings.put(folder, reply);
        return this;
    }

    /** Knows MLSD, SIZE, MDTM and all that changes files. */
    public Responder responder() {
        return Responder.standard()
                .on("CWD", stored((s, path) -> {
                    boolean there = path.equals("/") || folders.contains(path);
                    if (there) {
                        session(s).put("folder", path);
                    }
                    s.send(there ? "250 ok" : "550 no such folder");
                }))
                .on("PWD", (s, none) -> s.send("257 \"" + folder(s) + "\""))
                .on(
                        "MLSD",
                        (s, none) -> s.send("150 coming")
                                .data(d -> d.send(listing(folder(s))))
                                .send(endings.getOrDefault(folder(s), "226 done")))
                .on(
                        "SIZE",
                        stored((s, path) -> s.send(
                                files.containsKey(path)
                                        ? "213 " + files.get(path).length()
                                        : "550 no such file")))
                .on(
                        "MDTM",
                        stored((s, path) -> s.send(files.containsKey(path) ? "213 " + time(path) : "550 no such file")))
                .on("RETR", stored((s, path) -> {
                    String content = files.get(path);
                    if (content == null) {
                        s.send("550 no such file");
                    } else {
                        s.send("150 coming").data(d -> d.send(content)).send("226 done");
                    }
                }))
                .on("STOR", stored((s, path) -> {
                    s.send("150 go")
                            .data(d -> files.put(path, new String(d.receive(LONGEST), StandardCharsets.ISO_8859_1)));
                    s.send("226 done");
                }))
                .on("RNFR", stored((s, path) -> {
                    if (files.containsKey(path)) {
                        session(s).put("from", path);
                        s.send("350 to?");
                    } else {
                        s.send("550 no such file");
                    }
                }))
                .on("RNTO", stored((s, path) -> {
                    String from = session(s).remove("from");
                    if (from == null) {
                        s.send("503 RNFR first");
                    } else {
                        files.put(path, files.remove(from));
                        s.send("250 renamed");
                    }
                }))
                .on("MKD", stored((s, path) -> s.send(folders.add(path) ? "257 made" : "550 it exists")))
                .on("DELE", stored((s, path) -> s.send(files.remove(path) != null ? "250 gone" : "550 no such file")))
                .on("RMD", stored((s, path) -> {
                    boolean empty = files.keySet().stream().noneMatch(file -> file.startsWith(path + "/"))
                            && folders.stream().noneMatch(folder -> folder.startsWith(path + "/"));
                    s.send(empty && folders.remove(path) ? "250 gone" : "550 not empty");
                }));
    }

    private Responder.Rule stored(Responder.Rule rule) {
        return (s, argument) -> rule.answer(s, storedAs.apply(argument));
    }

    private Map<String, String> session(Conversation conversation) {
        return sessions.computeIfAbsent(conversation, key -> new HashMap<>());
    }

    private String folder(Conversation conversation) {
        return session(conversation).getOrDefault("folder", "/");
    }

    private String listing(String folder) {
        StringBuilder lines = new StringBuilder();
        String begin = folder.equals("/") ? "/" : folder + "/";
        for (String path : folders) {
            if (isInside(path, begin)) {
                lines.append("type=dir; ")
                        .append(path.substring(begin.length()))
                        .append("\r\n");
            }
        }
        files.forEach((path, content) -> {
            if (isInside(path, begin)) {
                lines.append("type=file;size=" + content.length() + ";modify=" + time(path) + "; ")
                        .append(path.substring(begin.length()))
                        .append("\r\n");
            }
        });
        return lines.toString();
    }

    private boolean isInside(String path, String begin) {
        return path.startsWith(begin) && path.indexOf('/', begin.length()) < 0 && !unseen.contains(path);
    }

    private String time(String path) {
        return times.getOrDefault(path, "20200102030405");
    }
}
