// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.store.Database;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands say why a certificate is not accepted, and accept one on data connections under the same rule. */
class CertificateCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", "secret");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED,certificate expired on",
        "SELF_SIGNED,made its certificate itself",
        "VALID,authority that this computer does not know"
    })
    void saysWhatIsWrong(Identity identity, String why) {
        try (var server = ScriptedServer.startForEach(refused(identity))) {
            assertThat(shell.run("ls", url(server))).isEqualTo(5);
            assertThat(shell.err()).contains(why).contains("--trust").doesNotContain("certificate was made for");
        }
    }

    @Test
    void saysAllThatIsWrong() {
        try (var server = ScriptedServer.startForEach(refused(Identity.OTHER_HOST))) {
            assertThat(shell.run("ls", url(server))).isEqualTo(5);
            assertThat(shell.err())
                    .contains("authority that this computer does not know")
                    .contains("certificate was made for other.example");
        }
    }

    @Test
    void oneThatIsAnotherThanTheAcceptedOneIsNotOfferedWithoutAWarning() throws Exception {
        try (var server = ScriptedServer.startForEach(refused(Identity.SELF_SIGNED))) {
            Path profile = Files.createDirectories(folder.resolve("profile"));
            Clock then = Clock.fixed(Instant.parse("2025-03-04T12:00:00Z"), ZoneOffset.UTC);
            try (Database database = Database.open(profile)) {
                new KnownCertificates(database, then)
                        .remember(new Server("127.0.0.1", server.port(), Security.EXPLICIT_TLS), "AA:BB");
            }
            assertThat(shell.run("ls", url(server))).isEqualTo(5);
            assertThat(shell.err())
                    .containsPattern("accepted on .*2025")
                    .contains("intercepting")
                    .contains("Do not connect unless the operator")
                    .doesNotContain("If you know this server");
            assertThat(shell.run("ls", "--json", url(server))).isEqualTo(5);
            assertThat(shell.all()).contains("intercepting");
        }
    }

    /** Another certificate on a data connection is for nobody to accept, but for those who accept every one. */
    @Test
    void insecureHoldsForDataConnectionsToo() {
        SSLContext other = context(Identity.EXPIRED);
        Responder responder = secured(context(Identity.SELF_SIGNED))
                .on(
                        "MLSD",
                        (s, argument) -> s.dataContext(other)
                                .send("150 coming")
                                .data(d -> d.send("type=file;size=5; a\r\n"))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(responder)) {
            assertThat(shell.run("ls", "--insecure", url(server)))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.out()).contains("a");
        }
    }

    private static String url(ScriptedServer server) {
        return "ftpes://me@127.0.0.1:" + server.port() + "/";
    }

    private static Script refused(Identity identity) {
        return s -> s.send("220 ready").expect("AUTH TLS").send("234 go").expectFailedHandshake(context(identity));
    }

    private static SSLContext context(Identity identity) {
        return TestCertificates.get().serverContext(identity);
    }

    private static Responder secured(SSLContext context) {
        return Responder.standard()
                .on("AUTH", (s, argument) -> s.send("234 go").startTls(context))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on("MLST", "550 no such file");
    }
}
