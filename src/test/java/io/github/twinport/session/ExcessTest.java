// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException.Oversized;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that send more than the file has. */
class ExcessTest {

    private static final RemotePath FILE = RemotePath.of("/a");
    private static final long MOST = 20L * 1024 * 1024;

    @ParameterizedTest
    @EnumSource(TransferType.class)
    void whoSendsWithoutEndIsStoppedSoon(TransferType type) {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(ScriptedData::sendUntilClosed)
                                        .send("426 broken off"))
                        .on("ABOR", "226 broken off"));
                var session = TestSession.open(server)) {
            Oversized failure = session.failure(
                    Oversized.class,
                    client -> client.retrieve(Retrieval.of(FILE).as(type).ofSize(1000), discarding(), ByteMeter.NONE));
            assertThat(failure.expected()).isEqualTo(1000);
            assertThat(failure.moved()).isBetween(1000L, MOST);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aFileMayHaveGrownSinceItWasListed() {
        byte[] content = new byte[3_000_000];
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send(content))
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            session.run(
                    client -> assertThat(client.retrieve(Retrieval.of(FILE).ofSize(10), discarding(), ByteMeter.NONE))
                            .isEqualTo(content.length));
        }
    }

    private static WritableByteChannel discarding() {
        return Channels.newChannel(OutputStream.nullOutputStream());
    }
}
