// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Spelling;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.ftp.client.UploadEnd;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.support.TemporaryFiles;
import io.github.twinport.transfer.verification.ContentDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A server in memory, reached without any network, that fails as it is told to. For one thread. */
final class FakeServer {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    /** Whether names that differ only by case are the same; to be set before there are any. */
    boolean ignoresCase;

    final Map<RemotePath, byte[]> files = new TreeMap<>(this::compare);
    private final Map<String, String> modes = new HashMap<>();
    final Map<RemotePath, Instant> times = new HashMap<>();
    final TreeSet<RemotePath> folders = new TreeSet<>(this::compare);
    final TreeSet<RemotePath> links = new TreeSet<>();

    /** Every command so far. */
    final List<String> log = new ArrayList<>();

    /** How many folders were made with each wait. */
    final List<Integer> madeTogether = new ArrayList<>();

    /** What the next commands with a verb, or a verb and a path, throw. */
    final Map<String, Deque<IOException>> failures = new HashMap<>();

    /** Why its listings may not be whole. */
    final Set<Gap> gaps = EnumSet.noneOf(Gap.class);

    /** Whether a file can be renamed to the name of another, which it replaces. */
    boolean replaces = true;

    /** Whether files can be renamed. */
    boolean renames = true;

    /** Whether it takes a file away when it is complete. */
    Predicate<RemotePath> takesAway = path -> false;

    /** Whether REST and APPE keep what a file begins with. */
    boolean keepsBeginnings = true;

    /** Commands with their paths whose next reply is lost after they were done. */
    final List<String> unheard = new ArrayList<>();

    /** How exact the times of listings are. */
    Precision listedPrecision = Precision.SECOND;

    /** The function of its digests, null for none. */
    @Nullable
    String algorithm;

    /** How many bytes too many, or too few, arrive of every file. */
    int surplus;

    /** In how many transfers from now on a byte changes on its way. */
    int damaged;

    /** Bytes in one block. */
    int block = 1000;

    /** Is called after each block of a transfer. */
    ByteMeter onBlock = ByteMeter.NONE;

    /** Is called before a time is told by MDTM. */
    Runnable onTime = () -> {};

    /** How many may be logged in at once. */
    int places = Integer.MAX_VALUE;

    /** Whether it does not even let in those that are too many. */
    boolean refusesConnections;

    /** How many are logged in. */
    int logins;

    /** Whether not even a connection that opens later can be made. */
    boolean unreachable;

    int opened;
    int closed;

    FakeServer() {
        folders.add(RemotePath.ROOT);
    }

    private int compare(RemotePath one, RemotePath other) {
        return ignoresCase
                ? Spelling.of(one.toString())
                        .folded()
                        .compareTo(Spelling.of(other.toString()).folded())
                : one.compareTo(other);
    }

    /** Shows permissions of all files of a name. */
    FakeServer mode(String name, String shown) {
        modes.put(name, shown);
        return this;
    }

    FakeServer file(String path, int size) {
        return file(path, "x".repeat(size));
    }

    FakeServer file(String path, String content) {
        RemotePath remote = RemotePath.of(path);
        files.put(remote, content.getBytes(StandardCharsets.UTF_8));
        times.put(remote, TIME);
        for (RemotePath folder = remote.parent(); folder != null; folder = folder.parent()) {
            folders.add(folder);
        }
        return this;
    }

    FakeServer failing(String verb, IOException... causes) {
        failures.computeIfAbsent(verb, key -> new ArrayDeque<>()).addAll(List.of(causes));
        return this;
    }

    @Nullable
    String content(String path) {
        byte[] bytes = files.get(RemotePath.of(path));
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Where the temporary file for a target is, null when there is none. */
    @Nullable
    RemotePath temporary(String name) {
        String plain = "." + name + ".twinport-part";
        return files.keySet().stream()
                .filter(path -> TemporaryFiles.plain(path.name()).equals(plain))
                .findFirst()
                .orElse(null);
    }

    static FtpException refused(int code) {
        return new FtpException.Refused("X", new Reply(code, List.of("no")));
    }

    static FtpException lost() {
        return new FtpException.ConnectionLost(Phase.DATA, null);
    }

    WorkerConnection connect() {
        if (unreachable) {
            throw new IllegalStateException("no thread for a connection");
        }
        opened++;
        return new Connection();
    }

    private final class Connection implements WorkerConnection {

        private boolean cancelled;
        private boolean in;

        /** Takes one of the server's places, once. */
        private void enter() throws IOException {
            if (in) {
                return;
            }
            if (logins >= places && refusesConnections) {
                throw new FtpException.Unreachable("server:21", Phase.CONNECT, null);
            }
            if (logins >= places) {
                throw new FtpException.ServiceRefused(
                        new Reply(421, List.of(places + " users (the maximum) are already logged in, sorry")));
            }
            logins++;
            in = true;
        }

        private void command(String verb, RemotePath path) throws IOException {
            if (cancelled) {
                throw new FtpException.Cancelled();
            }
            enter();
            String line = TemporaryFiles.plain(verb + " " + path);
            log.add(line);
            Deque<IOException> next = failures.getOrDefault(line, failures.get(verb));
            if (next != null && !next.isEmpty()) {
                IOException failure = next.remove();
                throw failure instanceof FtpException.Refused refused
                                && refused.command().equals("X")
                        ? new FtpException.Refused(verb, refused.reply())
                        : failure;
            }
        }

        @Override
        public Set<Gap> list(RemotePath folder, Consumer<List<Entry>> batches) throws IOException {
            command("MLSD", folder);
            if (!folders.contains(folder)) {
                throw refused(550);
            }
            List<RemotePath> paths = new ArrayList<>(files.keySet());
            paths.addAll(folders);
            paths.addAll(links);
            paths.stream().filter(path -> folder.equals(path.parent())).sorted().forEach(path -> {
                byte[] bytes = files.get(path);
                EntryKind kind =
                        links.contains(path) ? EntryKind.LINK : bytes == null ? EntryKind.FOLDER : EntryKind.FILE;
                long size = bytes == null ? Entry.UNKNOWN_SIZE : bytes.length;
                batches.accept(List.of(new Entry(
                        path.name(), kind, size, listed(path), modes.getOrDefault(path.name(), ""), "", "", null)));
            });
            return gaps;
        }

        private @Nullable Timestamp listed(RemotePath path) {
            Timestamp exact = time(path);
            return exact == null ? null : new Timestamp(exact.instant(), listedPrecision);
        }

        private @Nullable Timestamp time(RemotePath path) {
            Instant time = times.get(path);
            return time == null ? null : new Timestamp(time, Precision.SECOND);
        }

        @Override
        public long size(RemotePath file) throws IOException {
            command("SIZE", file);
            byte[] bytes = files.get(file);
            return bytes == null ? Entry.UNKNOWN_SIZE : bytes.length;
        }

        @Override
        public boolean tellsSizes() {
            return true;
        }

        @Override
        public @Nullable Timestamp modified(RemotePath file) throws IOException {
            command("MDTM", file);
            onTime.run();
            return time(file);
        }

        @Override
        public boolean setModified(RemotePath file, Instant time) throws IOException {
            command("MFMT", file);
            times.put(file, time);
            return true;
        }

        @Override
        public @Nullable String digestAlgorithm() {
            return algorithm;
        }

        @Override
        public ContentHash digest(RemotePath file, long size) throws IOException {
            command("HASH", file);
            ContentDigest digest = ContentDigest.of(String.valueOf(algorithm)).orElseThrow();
            digest.update(ByteBuffer.wrap(files.getOrDefault(file, new byte[0])));
            return new ContentHash(String.valueOf(algorithm), digest.hexadecimal());
        }

        @Override
        public void changePermissions(RemotePath file, int mode) throws IOException {
            command("CHMOD " + Integer.toOctalString(mode), file);
        }

        @Override
        public void changeFolder(RemotePath folder) throws IOException {
            command("CWD", folder);
            if (!folders.contains(folder)) {
                throw refused(550);
            }
        }

        @Override
        public RemotePath enterFolder(RemotePath folder) throws IOException {
            changeFolder(folder);
            return folder;
        }

        @Override
        public void makeFolder(RemotePath folder) throws IOException {
            command("MKD", folder);
            if (!folders.contains(folder.parent()) || !folders.add(folder)) {
                throw refused(550);
            }
        }

        @Override
        public List<RemotePath> makeFolders(List<RemotePath> paths) throws IOException {
            madeTogether.add(paths.size());
            List<RemotePath> made = new ArrayList<>();
            for (RemotePath path : paths) {
                try {
                    makeFolder(path);
                    made.add(path);
                } catch (FtpException.Refused e) {
                    log.add("refused " + path);
                }
            }
            return made;
        }

        @Override
        public void deleteFile(RemotePath file) throws IOException {
            command("DELE", file);
            if (files.remove(file) == null) {
                throw refused(550);
            }
            answer("DELE", file);
        }

        private void answer(String verb, RemotePath path) throws IOException {
            if (unheard.remove(TemporaryFiles.plain(verb + " " + path))) {
                throw lost();
            }
        }

        @Override
        public void rename(RemotePath from, RemotePath to) throws IOException {
            command("RNTO", to);
            if (!files.containsKey(from)) {
                throw new FtpException.Refused("RNFR", new Reply(550, List.of("no such file")));
            }
            if (!renames || folders.contains(to) || (!replaces && files.containsKey(to))) {
                throw new FtpException.Refused("RNTO", new Reply(550, List.of("not there")));
            }
            byte[] bytes = Objects.requireNonNull(files.remove(from));
            files.put(to, bytes);
            times.put(to, times.getOrDefault(from, TIME));
            answer("RNTO", to);
        }

        @Override
        public long retrieve(Retrieval what, WritableByteChannel target, ByteMeter meter) throws IOException {
            command("RETR", what.file());
            long offset = what.offset();
            byte[] bytes = files.get(what.file());
            if (bytes == null) {
                throw refused(550);
            }
            bytes = onItsWay(bytes);
            for (int at = (int) offset; at < bytes.length; at += block) {
                int length = Math.min(block, bytes.length - at);
                ByteBuffer part = ByteBuffer.wrap(bytes, at, length);
                while (part.hasRemaining()) {
                    target.write(part);
                }
                moved(length, meter);
            }
            return bytes.length - offset;
        }

        @Override
        public long retrieve(
                Retrieval what, WritableByteChannel target, ByteMeter meter, Consumer<@Nullable Timestamp> time)
                throws IOException {
            time.accept(modified(what.file()));
            return retrieve(what, target, meter);
        }

        @Override
        public UploadEnd endUpload(RemotePath temporary, Instant time, RemotePath target) throws IOException {
            long length = size(temporary);
            setModified(temporary, time);
            try {
                rename(temporary, target);
                return new UploadEnd(length, null);
            } catch (FtpException.Refused e) {
                return new UploadEnd(length, e);
            }
        }

        @Override
        public void expectAnother(BooleanSupplier waiting) {}

        @Override
        public long store(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter)
                throws IOException {
            command("STOR", file);
            return write(file, offset, source, meter);
        }

        private long write(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter)
                throws IOException {
            if (!folders.contains(file.parent())) {
                throw new FtpException.Refused("STOR", new Reply(553, List.of("no")));
            }
            ByteArrayOutputStream there = new ByteArrayOutputStream();
            there.write(
                    keepsBeginnings ? files.getOrDefault(file, new byte[0]) : new byte[(int) offset], 0, (int) offset);
            files.put(file, there.toByteArray());
            long moved = 0;
            ByteBuffer part = ByteBuffer.allocate(block);
            while (source.read(part.clear()) >= 0) {
                there.write(part.array(), 0, part.position());
                files.put(file, there.toByteArray());
                moved += part.position();
                moved(part.position(), meter);
            }
            files.put(file, onItsWay(there.toByteArray()));
            if (takesAway.test(file)) {
                files.remove(file);
            }
            return moved;
        }

        @Override
        public long append(RemotePath file, long length, ReadableByteChannel source, ByteMeter meter)
                throws IOException {
            command("APPE", file);
            return write(file, keepsBeginnings ? length : 0, source, meter);
        }

        @Override
        public long storeText(RemotePath file, ReadableByteChannel source, ByteMeter meter) throws IOException {
            command("TYPE", RemotePath.of("/A"));
            return store(file, 0, source, meter);
        }

        private byte[] onItsWay(byte[] bytes) {
            byte[] arriving = Arrays.copyOf(bytes, Math.max(0, bytes.length + surplus));
            if (damaged > 0 && bytes.length > 0) {
                damaged--;
                arriving[bytes.length - 1] ^= 1;
            }
            return arriving;
        }

        private void moved(long length, ByteMeter meter) throws IOException {
            meter.moved(length);
            onBlock.moved(length);
            if (cancelled) {
                throw new FtpException.Cancelled();
            }
        }

        @Override
        public boolean isOpen() {
            return in;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void reset() {
            cancelled = false;
        }

        @Override
        public void close() {
            closed++;
            logins -= in ? 1 : 0;
            in = false;
        }
    }
}
