// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import io.github.twinport.support.TemporaryFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFailureTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        world.server.file("a", 10).file("b", 10).file("c", 10).file("big", 300_000);
    }

    @Test
    void aRefusedFileDoesNotStopTheOthers() {
        world.add(world.download("missing"), world.download("a"));
        world.run();

        assertThat(failure("missing").what()).contains("550");
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(folder).isDirectoryNotContaining("glob:**missing*");
    }

    @Test
    void aLostConnectionIsTriedAgainAfterGrowingPauses() {
        world.server.failing("RETR", FakeServer.lost(), FakeServer.lost());
        world.add(world.download("a"));
        world.run();
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        world.pass(Duration.ofMillis(1900));
        assertThat(retrieved("a")).isEqualTo(1);
        world.pass(Duration.ofMillis(200));
        assertThat(retrieved("a")).isEqualTo(2);
        world.pass(Duration.ofMillis(3900));
        assertThat(retrieved("a")).isEqualTo(2);
        world.pass(Duration.ofMillis(200));
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aFailedFileKnowsHowOftenItWasTriedAndWhatWentWrongFirst() {
        world.server.failing("RETR", FakeServer.lost(), FakeServer.refused(550), FakeServer.refused(553));
        world.add(world.download("a"));
        world.run();
        world.pass(Duration.ofMinutes(1));

        TransferState.Failed failed = (TransferState.Failed) world.state("a");
        assertThat(failed.explanation().what()).contains("550");
        assertThat(failed.history().attempts()).isEqualTo(2);
        assertThat(failed.history().first()).isNotEmpty().doesNotContain("550");

        world.queue.retry(world.ids("a"));
        world.run();
        failed = (TransferState.Failed) world.state("a");
        assertThat(failed.explanation().what()).contains("553");
        assertThat(failed.history().attempts()).isEqualTo(3);
    }

    @Test
    void othersGoOnWhileOneItemWaitsForItsNextAttempt() {
        world.server.failing("RETR", FakeServer.lost());
        world.add(world.download("a"), world.download("b"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
    }

    @Test
    void threeFailuresInARowAreOne() {
        world.server.failing("RETR", FakeServer.lost(), FakeServer.lost(), FakeServer.lost());
        world.add(world.download("a"));
        world.run();
        world.pass(Duration.ofMillis(2100));
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        world.pass(Duration.ofMillis(3800));
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        world.pass(Duration.ofMillis(300));

        assertThat(failure("a").what()).contains("lost");
        world.queue.retry(world.ids("a"));
        world.run();
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void progressResetsTheCount() throws Exception {
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            if (++blocks[0] % 80 == 0) {
                throw FakeServer.lost();
            }
        };
        world.server.file("huge", 1_000_000);
        world.add(world.download("huge"));
        world.run();
        for (int i = 0; i < 100; i++) {
            world.pass(Duration.ofSeconds(5));
        }

        assertThat(world.state("huge")).isEqualTo(new TransferState.Done());
        assertThat(Files.size(folder.resolve("huge"))).isEqualTo(1_000_000);
    }

    @Test
    void failuresWithoutProgressEndEvenWhenBytesFlow() {
        world.server.onBlock = bytes -> {
            throw FakeServer.lost();
        };
        world.server.times.clear();
        world.add(world.download("big"));
        for (int i = 0; i < 10; i++) {
            world.pass(Duration.ofMinutes(1));
        }

        assertThat(failure("big").what()).contains("lost");
    }

    @Test
    void aChangedSourceIsNotMixedWithWhatThereIs() throws Exception {
        world.server.onBlock = bytes -> {
            throw FakeServer.lost();
        };
        world.add(world.download("big"));
        world.run();
        world.server.onBlock = bytes -> {};
        world.server.file("big", "y".repeat(300_000));
        world.server.times.put(RemotePath.of("big"), FakeServer.TIME.plusSeconds(1));
        world.pass(Duration.ofSeconds(5));

        assertThat(Files.readString(folder.resolve("big"))).isEqualTo("y".repeat(300_000));
    }

    @Test
    void aSourceThatOnlyLooksUnchangedIsFoundByItsContent() throws Exception {
        world.server.onBlock = bytes -> {
            throw FakeServer.lost();
        };
        world.add(world.download("big"));
        world.run();
        world.server.onBlock = bytes -> {};
        world.server.file("big", "y".repeat(300_000));
        world.pass(Duration.ofSeconds(5));

        assertThat(Files.readString(folder.resolve("big"))).isEqualTo("y".repeat(300_000));
    }

    @Test
    void tooManyConnectionsLowerTheirNumber() {
        world.queue.setWorkers(3);
        world.server.failing("RETR", new FtpException.ServiceRefused(new Reply(421, List.of("Too many"))));
        world.add(world.download("a"), world.download("b"), world.download("c"), world.download("big"));
        assertThat(world.handedOut()).isEqualTo(3);
        world.step();
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        assertThat(world.handedOut()).isEqualTo(2);
        world.step();
        assertThat(world.handedOut()).isEqualTo(2);
        world.run();
        assertThat(world.total().done()).isEqualTo(4);

        world.pass(Duration.ofMinutes(6));
        world.server.file("d", 1).file("e", 1).file("f", 1);
        world.add(world.download("d"), world.download("e"), world.download("f"));
        assertThat(world.handedOut()).isEqualTo(3);
        world.run();
    }

    @Test
    void refusalsAtTheLimitCostNoFile() {
        world.queue.setWorkers(5);
        world.server.places = 2;
        for (int i = 0; i < 30; i++) {
            world.server.file("f/" + i, 10);
        }
        atOnce();
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.item("f").filesDone()).isEqualTo(30);
        assertThat(world.total().failed()).isZero();
    }

    @Test
    void aRefusedConnectionIsNotTakenBeforeOneThatTheServerHasLetIn() {
        world.queue.setWorkers(2);
        world.server.places = 1;
        atOnce();
        world.add(world.download("a"), world.download("b"));
        world.run();
        world.add(world.download("c"));
        world.run();

        assertThat(world.total().done()).isEqualTo(3);
        assertThat(world.server.logins).isEqualTo(1);
        assertThat(world.server.opened).isEqualTo(2);
    }

    @Test
    void aServerWithoutAnyPlaceIsAskedAgainForTwoMinutes() {
        world.server.places = 0;
        world.add(world.download("a"), world.download("b"));
        world.run();
        assertThat(world.server.opened).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            world.pass(Duration.ofSeconds(1));
        }
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        assertThat(world.server.opened).isBetween(5, 12);
        for (int i = 0; i < 40; i++) {
            world.pass(Duration.ofSeconds(1));
        }
        assertThat(failure("a").what()).contains("already logged in");

        world.server.places = 1;
        world.pass(Duration.ofSeconds(30));
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        world.queue.retry(world.ids("a"));
        world.run();
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aPlaceThatBecomesFreeIsTaken() {
        world.server.places = 0;
        world.add(world.download("a"), world.download("b"));
        world.run();
        world.pass(Duration.ofSeconds(5));
        world.server.places = 1;
        world.pass(Duration.ofSeconds(20));

        assertThat(world.total().done()).isEqualTo(2);
    }

    @Test
    void anUnusedConnectionOfAnotherUserMakesRoom() {
        world.server.places = 1;
        world.add(world.download("a"));
        world.run();
        world.add(new TransferRequest(
                FakeWorld.connection("other"),
                Direction.DOWNLOAD,
                folder.resolve("b"),
                RemotePath.of("b"),
                false,
                Entry.UNKNOWN_SIZE));
        world.run();
        world.pass(Duration.ofSeconds(5));

        assertThat(world.total().done()).isEqualTo(2);
    }

    @Test
    void aRefusedLoginFails() {
        world.server.failing("RETR", new FtpException.LoginRefused(new Reply(530, List.of("Login incorrect"))));
        world.add(world.download("a"));
        world.run();

        assertThat(failure("a").what()).contains("Login incorrect");
    }

    @Test
    void aFullDiskHoldsTheQueueOnceInsteadOfFailingEverything() throws Exception {
        boolean[] full = {true};
        LocalFiles small = new LocalFiles() {
            @Override
            public WritableByteChannel write(HeldFolder held, Path file, long position, int permissions)
                    throws IOException {
                WritableByteChannel channel = LocalFiles.super.write(held, file, position, permissions);
                return full[0] ? new FullChannel(channel) : channel;
            }
        };
        world = new FakeWorld(folder, 2, small);
        world.server.file("a", 5000).file("b", 5000).file("c", 5000);
        world.add(world.download("a"), world.download("b"), world.download("c"));
        world.run();

        assertThat(world.total().paused()).isTrue();
        assertThat(world.total().failed()).isZero();
        assertThat(world.queue.snapshot().held())
                .extracting(Explanation::what)
                .isEqualTo(folder.resolve("a") + ": The disk is full.");
        assertThat(folder).isDirectoryNotContaining("glob:**/{a,b,c}");
        full[0] = false;
        world.queue.resumeAll();
        world.run();
        assertThat(world.queue.snapshot().held()).isNull();
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("a"))).isEqualTo("x".repeat(5000));
    }

    @Test
    void withoutPermissionOnThisComputerTheItemFailsAndTheOthersGoOn() {
        LocalFiles forbidden = new LocalFiles() {
            @Override
            public WritableByteChannel write(HeldFolder held, Path file, long position, int permissions)
                    throws IOException {
                if (file.getFileName().toString().startsWith(".a.")) {
                    throw new AccessDeniedException(file.toString());
                }
                return LocalFiles.super.write(held, file, position, permissions);
            }
        };
        world = new FakeWorld(folder, 1, forbidden);
        world.server.file("a", 10).file("b", 10);
        world.add(world.download("a"), world.download("b"));
        world.run();

        assertThat(failure("a").what()).contains("no permission");
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
    }

    @Test
    void anErrorOfTheProgramEndsTheAttempt() {
        world.server.onBlock = bytes -> {
            throw new StackOverflowError();
        };
        world.add(world.download("a"));
        world.run();

        assertThat(failure("a").what()).contains("unexpected");
    }

    @Test
    void whatAFailedItemHasLeftGoesWithItsRow() {
        world.server.onBlock = bytes -> {
            throw FakeServer.lost();
        };
        world.add(world.download("big"));
        for (int i = 0; i < 10; i++) {
            world.pass(Duration.ofMinutes(1));
        }
        assertThat(TemporaryFiles.beside(folder.resolve("big"))).exists();
        world.queue.removeFinished();
        world.run();

        assertThat(TemporaryFiles.beside(folder.resolve("big"))).doesNotExist();
        assertThat(world.queue.snapshot().items()).isEmpty();
        assertThat(world.total().moved()).isZero();
    }

    @Test
    void aFailedUploadLeavesNothingOnTheServer() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.server.failing("RNTO", FakeServer.refused(553));
        world.add(world.upload("up"));
        world.run();

        assertThat(failure("up").what()).contains("553");
        assertThat(world.server.files.keySet().toString()).doesNotContain("up");
    }

    @Test
    void aServerWithoutRenamingGetsTheFileDirectly() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.server.failing("RNTO", FakeServer.refused(502));
        world.add(world.upload("up"));
        world.run();

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("up")).isEqualTo("y".repeat(5000));
        assertThat(world.server.files.keySet().toString()).doesNotContain("twinport-part");
    }

    @Test
    void aRenameWhoseReplyWasLostCounts() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.add(world.upload("up"));
        world.server.failing("RNTO", FakeServer.lost());
        world.run();
        world.server.file("up", "y".repeat(5000));
        world.server.files.remove(world.server.temporary("up"));
        world.pass(Duration.ofSeconds(3));

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.queue.conflicts()).isEmpty();
    }

    @Test
    void anUploadGoesOnWhereItStopped() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(300_000));
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            if (++blocks[0] == 200) {
                throw FakeServer.lost();
            }
        };
        world.add(world.upload("up"));
        world.run();
        assertThat(world.server.files.get(world.server.temporary("up"))).hasSize(200_000);
        world.server.onBlock = bytes -> assertThat(world.item("up").moved()).isGreaterThanOrEqualTo(200_000);
        world.pass(Duration.ofSeconds(3));

        assertThat(world.server.content("up")).isEqualTo("y".repeat(300_000));
        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aMissingLocalFileFails() {
        world.add(world.upload("nowhere"), world.download("a"));
        world.run();

        assertThat(failure("nowhere").what()).contains("is not there any more");
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void twoItemsWithOneTargetGoOneAfterTheOther() {
        world.queue.setWorkers(2);
        TransferRequest other = world.download("b");
        TransferRequest same = new TransferRequest(
                other.connection(), other.direction(), folder.resolve("a"), other.remote(), false, -1);
        world.server.onBlock = bytes -> {
            world.server.onBlock = ignored -> {};
            world.step();
        };
        world.add(world.download("a"), same);
        world.run();
        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.total().waiting()).isEqualTo(1);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.queue.conflicts()).hasSize(1);
    }

    /** Lets other workers begin while a file is on its way. */
    private void atOnce() {
        world.server.onBlock = bytes -> world.step();
    }

    private long retrieved(String name) {
        return world.server.log.stream().filter(("RETR /" + name)::equals).count();
    }

    private Explanation failure(String name) {
        assertThat(world.state(name)).isInstanceOf(TransferState.Failed.class);
        return ((TransferState.Failed) world.state(name)).explanation();
    }

    private record FullChannel(WritableByteChannel channel) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (bytes.position() == 0) {
                ByteBuffer some = bytes.slice(0, bytes.remaining() / 2);
                int written = channel.write(some);
                bytes.position(written);
                return written;
            }
            throw new IOException("No space left on device");
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
