// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.listing.FactLine;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All facts of one file or folder (MLST). */
class FactsTest {

    private static final RemotePath FILE = RemotePath.of("/a b");

    @Test
    void tellsAllFacts() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLST",
                                (s, argument) -> s.sendLines(
                                        "250-Listing /a b",
                                        " type=file;size=3;unique=8g1;UNIX.owner=7;X.New=y; /a b",
                                        "",
                                        "250 End")));
                var session = TestSession.open(server)) {
            FactLine facts = session.get(client -> client.facts(FILE)).orElseThrow();
            assertThat(facts.fact("unique")).isEqualTo("8g1");
            assertThat(facts.fact("unix.owner")).isEqualTo("7");
            assertThat(facts.fact("x.new")).isEqualTo("y");
            assertThat(facts.name()).isEqualTo("/a b");
            assertThat(server.commands()).contains("MLST /a b");
        }
    }

    @Test
    void isNotAskedForWhereItIsNotAnnouncedAndEmptyWhereItIsUnknown() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("FEAT", "500 what?"));
                var session = TestSession.open(server)) {
            Optional<FactLine> facts = session.get(client -> client.facts(FILE));
            assertThat(facts).isEmpty();
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MLST"));
        }
        try (var server = ScriptedServer.startForEach(Responder.standard().on("MLST", "502 what?"));
                var session = TestSession.open(server)) {
            Optional<FactLine> facts = session.get(client -> client.facts(FILE));
            assertThat(facts).isEmpty();
        }
    }

    @Test
    void aMissingFileIsRefusedAndAnEmptyAnswerIsNone() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("MLST", "550 no such file"));
                var session = TestSession.open(server)) {
            session.failure(Refused.class, client -> client.facts(FILE));
        }
        try (var server = ScriptedServer.startForEach(Responder.standard().on("MLST", "250 nothing to say"));
                var session = TestSession.open(server)) {
            Optional<FactLine> facts = session.get(client -> client.facts(FILE));
            assertThat(facts).isEmpty();
        }
    }
}
