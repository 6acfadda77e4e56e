// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which servers' work waits for a login: each is asked for once. Guarded by the queue's lock. */
final class OpenLogins {

    /**
     * A login to ask for.
     *
     * @param connection what is known
     * @param refusal why the last one did not work, null for the first question
     */
    record Question(KnownConnection connection, @Nullable Explanation refusal) {}

    private final Rows rows;
    private final Set<KnownConnection> asked = new HashSet<>();
    private final Map<KnownConnection, Explanation> refusals = new HashMap<>();
    private final Map<ConnectionSettings, KnownConnection> unproven = new HashMap<>();
    private int locked;

    OpenLogins(Rows rows) {
        this.rows = rows;
    }

    /** Lets what the user asked for wait until its server's login is known. */
    void lock(Node top, KnownConnection connection) {
        if (top.login == null) {
            top.login = connection;
            locked++;
        }
    }

    /** Takes the logins to ask for now: those without which something that could start waits. */
    List<Question> take() {
        List<Question> questions = new ArrayList<>();
        for (Node top : locked == 0 ? List.<Node>of() : rows.top()) {
            KnownConnection login = top.login;
            if (login != null && top.startableBelow() + top.outsideBelow() > 0 && asked.add(login)) {
                questions.add(new Question(login, refusals.get(login)));
            }
        }
        return questions;
    }

    /**
     * Takes an answer.
     *
     * @return what still waits for the login, because there was none
     */
    List<Long> answered(KnownConnection connection, @Nullable ConnectionSettings settings) {
        asked.remove(connection);
        refusals.remove(connection);
        List<Long> waiting = new ArrayList<>();
        for (Node top : rows.top()) {
            if (!connection.equals(top.login)) {
                continue;
            }
            if (settings == null) {
                waiting.add(top.id());
            } else {
                top.login = null;
                locked--;
                rows.forAll(top, node -> node.connection(settings));
                rows.lookAgain(top);
                unproven.put(settings, connection);
            }
        }
        return waiting;
    }

    /** Learns that the login of some settings works. */
    void accepted(ConnectionSettings settings) {
        if (!unproven.isEmpty()) {
            unproven.remove(settings);
        }
    }

    /** Whether a refused login is one that was given for work of an earlier run, so that it is asked for again. */
    boolean refused(Node node, Explanation refusal) {
        Node top = top(node);
        if (top.login != null) {
            return true;
        }
        ConnectionSettings settings = node.request().connection();
        KnownConnection connection = unproven.remove(settings);
        if (connection == null) {
            return false;
        }
        refusals.put(connection, refusal);
        for (Node other : rows.top()) {
            if (Objects.equals(other.request().connection(), settings)) {
                lock(other, connection);
            }
        }
        return true;
    }

    /** Whether a row's server cannot be asked for anything. */
    static boolean isLocked(Node node) {
        return top(node).login != null;
    }

    private static Node top(Node node) {
        Node top = node;
        for (Node above = node.parent(); above != null; above = above.parent()) {
            top = above;
        }
        return top;
    }
}
