// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.SizeAndTime;
import io.github.twinport.support.BytesChannel;
import io.github.twinport.support.ServerKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The same work for every server: what a user does with a session, one thing after the other on one connection. */
final class EngineExercise {

    private static final byte[] SMALL = bytes(3_000, 1);
    private static final byte[] LARGE = bytes(3_000_000, 2);

    /** Twice this is more than any stock of single-use TLS 1.3 tickets lasts. */
    private static final int MANY = 8;

    private final ConnectionSettings settings;
    private final Powers powers;
    private final RemotePath folder;

    /**
     * What a server can do of all that most can.
     *
     * @param home the folder in which it puts its user
     * @param tellsSize whether it has SIZE
     * @param tellsTime whether it has MDTM
     * @param resumes whether REST works
     * @param pipelining whether it copes with several commands at once
     * @param names names that it keeps
     */
    record Powers(
            RemotePath home,
            boolean tellsSize,
            boolean tellsTime,
            boolean resumes,
            Proof pipelining,
            List<String> names) {

        /** All of it. */
        static final Powers ALL = new Powers(
                RemotePath.ROOT,
                true,
                true,
                true,
                Proof.WORKS,
                List.of("with space.txt", "-dash", "ümläut.txt", "日本語", "a#b%20c", "[x]*?'\""));

        static Powers of(ServerKind kind) {
            Proof pipelining = kind.keepsOrder() ? Proof.WORKS : Proof.REFUSED;
            return new Powers(
                    RemotePath.ROOT, kind.tellsSizeAndTime(), kind.tellsSizeAndTime(), true, pipelining, ALL.names());
        }
    }

    EngineExercise(ConnectionSettings settings, Powers powers) {
        this.settings = settings;
        this.powers = powers;
        folder = powers.home().child("exercise");
    }

    /** Runs all steps and notes each in the row; fails with the first step's own assertion. */
    void run(EngineMatrix.Row row) {
        try (Session session = new Session(settings)) {
            row.step("connect", () -> step(session, client -> client.makeFolder(folder)));
            row.step(
                    "list",
                    () -> step(
                            session,
                            client -> assertThat(
                                            client.list(folder, batch -> {}).entries())
                                    .isEmpty()));
            row.step("up, down", () -> storesAndRetrieves(session));
            row.step("names", () -> names(session));
            row.step("rename", () -> renames(session));
            row.step("resume down", () -> resumesDownload(session));
            row.step("resume up", () -> resumesUpload(session));
            row.step("refusals", () -> refusals(session));
            row.step(2 * MANY + " files", () -> manyTransfers(session));
            row.step("batches", () -> batches(session));
            row.step("abort down", () -> goesOnAfter(session, row, this::abortsDownload));
            row.step("abort up", () -> goesOnAfter(session, row, this::abortsUpload));
            row.step("delete", () -> deletes(session));
            assertThat(session.state()).isEqualTo(new SessionState.Ready());
        }
    }

    private void storesAndRetrieves(Session session) {
        step(session, client -> store(client, "small.bin", SMALL));
        step(session, client -> store(client, "large.bin", LARGE));
        step(session, client -> store(client, "empty.bin", new byte[0]));
        step(session, client -> assertThat(retrieve(client, "small.bin")).isEqualTo(SMALL));
        step(session, client -> assertThat(retrieve(client, "large.bin")).isEqualTo(LARGE));
        step(session, client -> assertThat(retrieve(client, "empty.bin")).isEmpty());
        step(session, client -> {
            long size = client.size(folder.child("large.bin"));
            assertThat(size).isEqualTo(powers.tellsSize() ? LARGE.length : Entry.UNKNOWN_SIZE);
            assertThat(client.modified(folder.child("large.bin")) != null).isEqualTo(powers.tellsTime());
        });
        List<List<Entry>> batches = new ArrayList<>();
        List<Entry> listed =
                get(session, client -> client.list(folder, batches::add).entries());
        assertThat(listed)
                .filteredOn(entry -> entry.name().equals("large.bin"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.size()).isEqualTo(LARGE.length));
        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(listed);
    }

    private void names(Session session) {
        for (String name : powers.names()) {
            step(session, client -> store(client, name, SMALL));
            step(session, client -> assertThat(retrieve(client, name)).as(name).isEqualTo(SMALL));
        }
    }

    private void renames(Session session) {
        List<String> names = new ArrayList<>(powers.names());
        String before = names.removeLast();
        names.add("renamed " + names.getFirst());
        step(session, client -> client.rename(folder.child(before), folder.child(names.getLast())));
        step(
                session,
                client -> assertThat(client.list(folder, batch -> {}).entries())
                        .extracting(Entry::name)
                        .containsAll(names)
                        .doesNotContain(before));
    }

    private void resumesDownload(Session session) {
        if (!powers.resumes()) {
            return;
        }
        step(session, client -> {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            long moved =
                    client.retrieve(folder.child("large.bin"), 1_000_000, Channels.newChannel(rest), ByteMeter.NONE);
            assertThat(moved).isEqualTo(LARGE.length - 1_000_000);
            assertThat(rest.toByteArray()).isEqualTo(Arrays.copyOfRange(LARGE, 1_000_000, LARGE.length));
        });
    }

    private void resumesUpload(Session session) {
        if (!powers.resumes()) {
            return;
        }
        step(session, client -> store(client, "part.bin", Arrays.copyOf(LARGE, 2_000_000)));
        byte[] tail = Arrays.copyOfRange(LARGE, 2_000_000, LARGE.length);
        step(
                session,
                client -> client.store(folder.child("part.bin"), 2_000_000, new BytesChannel(tail), ByteMeter.NONE));
        step(session, client -> assertThat(retrieve(client, "part.bin")).isEqualTo(LARGE));
    }

    private void refusals(Session session) {
        step(session, client -> {
            assertThatThrownBy(() -> retrieve(client, "missing.bin")).isInstanceOf(FtpException.Refused.class);
            assertThatThrownBy(() -> client.list(folder.child("nowhere"), batch -> {}))
                    .isInstanceOf(FtpException.Refused.class);
            assertThatThrownBy(() -> client.deleteFile(folder.child("missing.bin")))
                    .isInstanceOf(FtpException.Refused.class);
            assertThat(client.broken()).isNull();
        });
    }

    private void manyTransfers(Session session) {
        step(session, client -> client.expectAnotherTransfer(() -> true));
        for (int i = 0; i < MANY; i++) {
            String name = "many" + i;
            step(session, client -> store(client, name, SMALL));
        }
        for (int i = 0; i < MANY; i++) {
            String name = "many" + i;
            step(session, client -> assertThat(retrieve(client, name)).isEqualTo(SMALL));
        }
        step(session, client -> client.expectAnotherTransfer(() -> false));
        step(session, client -> assertThat(retrieve(client, "many0")).isEqualTo(SMALL));
    }

    /** Sent at once where the server copes with that, and one by one where not. */
    private void batches(Session session) {
        // MockFtpServer takes a folder for one inside of another whose name it begins with.
        List<RemotePath> folders = IntStream.range(100, 220)
                .mapToObj(i -> folder.child("batch " + i))
                .toList();
        List<RemotePath> files = List.of(folder.child("many1"), folder.child("many2"), folder.child("not there"));
        step(
                session,
                client ->
                        assertThat(client.batches().makeFolders(folders)).allMatch(BatchResult.Done.class::isInstance));
        step(session, client -> {
            SizeAndTime told = client.sizeAndTime(files.getFirst());
            assertThat(told.size()).isEqualTo(powers.tellsSize() ? SMALL.length : Entry.UNKNOWN_SIZE);
            assertThat(told.modified() != null).isEqualTo(powers.tellsTime());
        });
        step(
                session,
                client -> assertThat(client.batches().deleteFiles(files))
                        .extracting(BatchResult.Done.class::isInstance)
                        .containsExactly(true, true, false));
        step(
                session,
                client -> assertThat(client.batches().removeFolders(folders))
                        .allMatch(BatchResult.Done.class::isInstance));
        step(session, client -> assertThat(client.profile().pipelining()).isEqualTo(powers.pipelining()));
    }

    /** Breaks a transfer off; the session has to go on, over the same control connection or a new one. */
    private void goesOnAfter(Session session, EngineMatrix.Row row, Consumer<Session> abort) {
        FtpClient before = get(session, client -> client);
        abort.accept(session);
        step(session, client -> assertThat(retrieve(client, "small.bin")).isEqualTo(SMALL));
        if (!before.equals(get(session, client -> client))) {
            row.remark("new connection");
        }
    }

    private void abortsDownload(Session session) {
        HeldChannel held = new HeldChannel(1);
        var future = session.submit(client -> client.retrieve(folder.child("large.bin"), 0, held, ByteMeter.NONE));
        held.awaitUse();
        future.cancel(true);
        held.release();
    }

    /** More goes first than fits between client and server: pyftpdlib gives one reply instead of two before any byte. */
    private void abortsUpload(Session session) {
        HeldChannel held = new HeldChannel(64);
        var future = session.submit(client -> client.store(folder.child("broken.bin"), 0, held, ByteMeter.NONE));
        held.awaitUse();
        future.cancel(true);
        held.release();
    }

    private void deletes(Session session) {
        step(session, client -> {
            for (Entry entry : client.list(folder, batch -> {}).entries()) {
                client.deleteFile(folder.child(entry.name()));
            }
            client.removeFolder(folder);
            assertThat(client.list(powers.home(), batch -> {}).entries())
                    .extracting(Entry::name)
                    .doesNotContain("exercise");
        });
    }

    private void store(FtpClient client, String name, byte[] content) throws IOException {
        long moved = client.store(folder.child(name), 0, new BytesChannel(content), ByteMeter.NONE);
        assertThat(moved).isEqualTo(content.length);
    }

    private byte[] retrieve(FtpClient client, String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        client.retrieve(folder.child(name), 0, Channels.newChannel(content), ByteMeter.NONE);
        return content.toByteArray();
    }

    private static void step(Session session, Step step) {
        get(session, client -> {
            step.run(client);
            return true;
        });
    }

    private static <T> T get(Session session, FtpOperation<T> operation) {
        try {
            return session.submit(operation).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A step without a result. */
    private interface Step {
        void run(FtpClient client) throws IOException;
    }
}
