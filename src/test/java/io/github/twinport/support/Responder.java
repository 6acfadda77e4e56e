// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A script for tests that do not care for the order of commands: it answers each verb by its own rule, and 500 where
 * there is none. {@link #standard()} greets, logs in, and knows what a client asks at the start of a session.
 *
 * <pre>{@code
 * ScriptedServer.startForEach(Responder.standard()
 *         .on("SIZE", "213 5")
 *         .on("RETR", (s, name) -> s.send("150 coming").data(d -> d.send("hello")).send("226 done")));
 * }</pre>
 *
 * <p>Rules may be added or replaced only before the server is started.
 */
public final class Responder implements Script {

    /** What is done at one command. */
    @FunctionalInterface
    public interface Rule {

        /**
         * Answers the command.
         *
         * @param conversation the control connection on which the command came
         * @param argument what follows the verb and its space; empty when there is nothing
         * @throws Exception anything thrown is a failure of the test
         */
        void answer(Conversation conversation, String argument) throws Exception;
    }

    private final Map<String, Rule> rules = new HashMap<>();
    private String greeting = "220 ready";

    /** A responder without any rule. */
    public Responder() {}

    /**
     * Answers USER, PASS, ACCT, FEAT (UTF8, EPSV, SIZE, MDTM, REST STREAM, MLST), OPTS, SYST, TYPE, PWD, CWD, CDUP,
     * NOOP, REST, EPSV, PASV, EPRT, PORT and QUIT like a friendly server.
     */
    public static Responder standard() {
        return new Responder()
                .on("USER", "331 password")
                .on("PASS", "230 logged in")
                .on("ACCT", "230 logged in")
                .on(
                        "FEAT",
                        (s, argument) -> s.sendLines(
                                "211-Features:",
                                " UTF8",
                                " EPSV",
                                " SIZE",
                                " MDTM",
                                " REST STREAM",
                                " MLST type*;size*;modify*;",
                                "211 End"))
                .on("OPTS", "200 ok")
                .on("SYST", "215 UNIX Type: L8")
                .on("TYPE", "200 ok")
                .on("PWD", "257 \"/\" is the current folder")
                .on("CWD", "250 ok")
                .on("CDUP", "250 ok")
                .on("NOOP", "200 ok")
                .on("REST", "350 restarting there")
                .on("EPSV", (s, argument) -> s.answerExtendedPassive())
                .on("PASV", (s, argument) -> s.answerPassive())
                .on("EPRT", "200 ok")
                .on("PORT", "200 ok")
                .on("QUIT", (s, argument) -> s.send("221 bye").close());
    }

    /** Replaces the greeting. */
    public Responder greeting(String line) {
        greeting = line;
        return this;
    }

    /** Answers a verb with one line. */
    public Responder on(String verb, String reply) {
        return on(verb, (s, argument) -> s.send(reply));
    }

    /** Answers a verb by a rule. */
    public Responder on(String verb, Rule rule) {
        rules.put(verb, rule);
        return this;
    }

    @Override
    public void play(Conversation conversation) throws Exception {
        conversation.send(greeting);
        answerAll(conversation);
    }

    void answerAll(Conversation conversation) throws Exception {
        conversation.waitWithoutLimit();
        while (!conversation.isOver()) {
            String line = conversation.receiveOrEnd();
            if (line == null) {
                return;
            }
            int space = line.indexOf(' ');
            String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
            String argument = space < 0 ? "" : line.substring(space + 1);
            rules.getOrDefault(verb, (s, ignored) -> s.send("500 unknown command"))
                    .answer(conversation, argument);
        }
    }
}
