// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.UploadEnd;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The length, time and last name of an upload are asked for when the server has ended the data connection, before its last
 * reply. The scripts answer only when all has come that should come by then.
 */
class UploadEndTest {

    private static final RemotePath PART = RemotePath.of("/a.part");
    private static final RemotePath LAST = RemotePath.of("/a");
    private static final Instant TIME = Instant.parse("2020-01-02T03:04:05Z");

    private final MemoryProfiles profiles = new MemoryProfiles();

    @Test
    void leavesBeforeTheLastReplyOfTheUpload() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).expect("EPSV");
            s.sendLines("226 done", "213 5", "213 ok", "350 go on", "250 renamed")
                    .answerExtendedPassive()
                    .expect("STOR /a.part")
                    .send("150 come")
                    .data(d -> d.receive());
            ending(s).expect("EPSV");
            s.sendLines("226 done", "213 5", "213 ok", "350 go on", "250 renamed")
                    .answerExtendedPassive();
        })) {
            try (var session = open(server)) {
                session.run(client -> client.expectAnotherTransfer(() -> true));
                for (int i = 0; i < 2; i++) {
                    session.run(client -> assertThat(upload(client)).isEqualTo(new UploadEnd(5, null)));
                }
                server.assertFinished();
            }
        }
    }

    @Test
    void aServerThatRefusesItSoEarlyIsAskedAfterItsLastReplyFromThenOn() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).sendLines("226 done", "500 what?", "500 what?", "500 what?", "500 what?");
            s.expect("SIZE /a.part")
                    .send("213 5")
                    .expect("MFMT 20200102030405 /a.part")
                    .send("213 ok");
            s.expect("RNFR /a.part").expect("RNTO /a").sendLines("350 go on", "250 renamed");
            s.extendedPassive().expect("STOR /a.part").send("150 come").data(d -> d.receive());
            s.send("226 done");
            ending(s).sendLines("213 5", "213 ok", "350 go on", "250 renamed");
        })) {
            try (var session = open(server)) {
                for (int i = 0; i < 2; i++) {
                    session.run(client -> assertThat(upload(client)).isEqualTo(new UploadEnd(5, null)));
                }
                server.assertFinished();
            }
        }
    }

    @Test
    void aLengthThatIsNotToldSoEarlyIsLeftToTheCaller() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).sendLines("226 done", "450 busy", "213 ok", "350 go on", "250 renamed");
        })) {
            try (var session = open(server)) {
                session.run(client -> assertThat(upload(client)).isEqualTo(new UploadEnd(Entry.UNKNOWN_SIZE, null)));
                server.assertFinished();
            }
        }
    }

    @Test
    void aFailedUploadThatHasItsLastNameAlreadyIsDeleted() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).sendLines("451 disk full", "213 3", "213 ok", "350 go on", "250 renamed");
            s.expect("DELE /a").send("250 gone");
        })) {
            try (var session = open(server)) {
                Refused refused = session.failure(Refused.class, UploadEndTest::upload);
                assertThat(refused.reply().code()).isEqualTo(451);
                session.run(client -> assertThat(client.broken()).isNull());
                server.assertFinished();
            }
        }
    }

    @Test
    void aFailedUploadThatCannotBeDeletedIsTheSameFailure() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).sendLines("451 disk full", "213 3", "213 ok", "350 go on", "250 renamed");
            s.expect("DELE /a").send("550 no");
        })) {
            try (var session = open(server)) {
                assertThat(session.failure(Refused.class, UploadEndTest::upload)
                                .reply()
                                .code())
                        .isEqualTo(451);
                server.assertFinished();
            }
        }
    }

    @Test
    void aFailedUploadUnderItsTemporaryNameStaysThere() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).sendLines("451 disk full", "213 3", "213 ok", "550 busy", "503 no RNFR");
        })) {
            try (var session = open(server)) {
                session.failure(Refused.class, UploadEndTest::upload);
                server.assertFinished();
            }
        }
    }

    @Test
    void aRefusedUploadIsNotEnded() {
        try (var server = ScriptedServer.start(s -> {
            loggedIn(s).expect("TYPE I").expect("EPSV").send("200 ok").answerExtendedPassive();
            s.expect("STOR /a.part").send("553 not here");
        })) {
            try (var session = open(server)) {
                session.failure(Refused.class, UploadEndTest::upload);
                server.assertFinished();
            }
        }
    }

    @Test
    void aServerThatLeavesTheEndToUsIsAskedAfterItsLastReply() {
        try (var server = ScriptedServer.start(s -> {
            loggedIn(s).expect("TYPE I").expect("EPSV").send("200 ok").answerExtendedPassive();
            s.expect("STOR /a.part").send("150 come").data(d -> {
                d.receive();
                s.send("226 done");
                ending(s).sendLines("213 5", "213 ok", "350 go on", "250 renamed");
            });
            s.extendedPassive().expect("STOR /a.part").send("150 come").data(d -> {
                d.receive();
                s.send("226 done");
                ending(s).sendLines("213 5", "213 ok", "350 go on", "250 renamed");
            });
        })) {
            try (var session = open(server)) {
                for (int i = 0; i < 2; i++) {
                    session.run(client -> assertThat(upload(client)).isEqualTo(new UploadEnd(5, null)));
                }
                server.assertFinished();
            }
        }
    }

    @Test
    void aServerThatSwallowsWhatComesSoEarlyGetsOneCommandAtATimeLater() {
        try (var server = ScriptedServer.start(s -> {
            stored(loggedIn(s));
            ending(s).send("226 done").stall();
        })) {
            learn(server);
            try (var session = TestSession.plan(server)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .timeouts(TestSession.limits(700))
                    .open()) {
                session.failure(TimedOut.class, UploadEndTest::upload);
                assertThat(profiles.find(address(server), "me").pipelining()).isEqualTo(Proof.REFUSED);
            }
        }
    }

    @Test
    void withoutProofEverythingHasItsTurn() {
        try (var server = ScriptedServer.start(s -> {
            s.login()
                    .expect("FEAT")
                    .sendLines("211-", " MFMT", "211 End")
                    .expect("PWD")
                    .send("257 \"/\"");
            s.expect("TYPE I").send("200 ok").extendedPassive().expect("STOR /a.part");
            s.send("150 come").data(d -> d.receive()).send("226 done");
            s.expect("SIZE /a.part").send("213 5").expect("MFMT 20200102030405 /a.part");
            s.send("213 ok").expect("RNFR /a.part").send("350 go on").expect("RNTO /a");
            s.send("250 renamed");
        })) {
            profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withPipelining(Proof.REFUSED));
            try (var session = TestSession.plan(server)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .open()) {
                session.run(client -> assertThat(upload(client)).isEqualTo(new UploadEnd(5, null)));
                server.assertFinished();
            }
        }
    }

    private static UploadEnd upload(FtpClient client) throws IOException {
        byte[] content = "hello".getBytes(StandardCharsets.US_ASCII);
        client.uploadEnds()
                .store(PART, 0, Channels.newChannel(new ByteArrayInputStream(content)), ByteMeter.NONE, TIME, LAST);
        return client.uploadEnds().end(PART, TIME, LAST);
    }

    private static Conversation loggedIn(Conversation s) {
        return s.login()
                .expect("FEAT")
                .sendLines("211-", " MFMT", " SIZE", "211 End")
                .expect("PWD")
                .send("257 \"/\"");
    }

    /** Takes the file and ends the data connection. */
    private static void stored(Conversation s) {
        s.expect("TYPE I").expect("EPSV").send("200 ok").answerExtendedPassive();
        s.expect("STOR /a.part").send("150 come").data(d -> d.receive());
    }

    private static Conversation ending(Conversation s) {
        return s.expect("SIZE /a.part")
                .expect("MFMT 20200102030405 /a.part")
                .expect("RNFR /a.part")
                .expect("RNTO /a");
    }

    private TestSession open(ScriptedServer server) {
        learn(server);
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withProfiles(profiles))
                .open();
    }

    private void learn(ScriptedServer server) {
        profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withPipelining(Proof.WORKS));
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }
}
