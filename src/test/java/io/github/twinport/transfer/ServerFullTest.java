// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server without room pauses its uploads instead of failing each of them. */
class ServerFullTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld(folder, 2);
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), "content of " + name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "452,Requested action not taken",
        "552,Exceeded storage allocation",
        "451,Error during write to file: No space left on device",
        "550,Disk quota exceeded"
    })
    void allOfItsUploadsWaitAndGoOn(int code, String text) {
        world.server.failing("STOR", full(code, text));
        world.add(world.upload("a"), world.upload("b"), world.upload("c"));
        world.run();

        QueueSnapshot paused = world.queue.snapshot();
        assertThat(paused.items()).extracting(TransferItem::state).containsOnly(new TransferState.Paused());
        assertThat(paused.heldServers()).containsExactly(new HeldServer("server", 21, "user"));
        assertThat(paused.notice())
                .isInstanceOfSatisfying(
                        QueueNotice.ServerFull.class,
                        notice -> assertThat(notice.explanation().what()).contains(text));

        world.queue.release(paused.heldServers());
        world.run();
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(world.server.content("b")).isEqualTo("content of b");
        assertThat(world.queue.snapshot().notice()).isNull();
    }

    @Test
    void aRefusalForAnotherReasonIsTheFilesOwn() {
        world.server.failing("STOR a.twinport-part", FakeServer.refused(553)).failing("STOR", FakeServer.refused(553));
        world.add(world.upload("a"), world.upload("b"));
        world.run();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    @Test
    void aDownloadIsNotStoppedByWhatTheServerHasNoRoomFor() {
        world.server.file("x", 10).failing("RETR", FakeServer.refused(552));
        world.add(world.download("x"));
        world.run();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    private static IOException full(int code, String text) {
        return new FtpException.Refused("STOR", new Reply(code, List.of(text)));
    }
}
