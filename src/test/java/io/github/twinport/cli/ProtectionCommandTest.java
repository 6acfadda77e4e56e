// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options about TLS and compression. */
class ProtectionCommandTest {

    private static final TestCertificates CERTIFICATES = TestCertificates.get();

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", "secret");
    }

    @Test
    void theClientsCertificateIsShown() {
        Path file = CERTIFICATES.keyStore(Identity.VALID);
        try (var server = ScriptedServer.startForEach(demanding())) {
            shell.environment.put("TWINPORT_CERTIFICATE_PASSWORD", CERTIFICATES.password());
            assertThat(shell.run("ls", "--insecure", "--client-certificate", file, url(server)))
                    .as(shell::all)
                    .isZero();

            shell.environment.put("TWINPORT_CERTIFICATE_PASSWORD", "wrong-7788");
            assertThat(shell.run("ls", "--insecure", "--client-certificate", file, url(server)))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("password does not open").doesNotContain("wrong-7788");

            shell.environment.remove("TWINPORT_CERTIFICATE_PASSWORD");
            assertThat(shell.run("ls", "--insecure", "--client-certificate", file, url(server)))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("TWINPORT_CERTIFICATE_PASSWORD");
        }
    }

    @Test
    void whatIsNotEncryptedIsSaidSo() {
        try (var server = ScriptedServer.startForEach(secured().on("CCC", "533 no"))) {
            assertThat(shell.run("ls", "--insecure", "--clear-data", "--clear-control", url(server)))
                    .as(shell::all)
                    .isZero();
            assertThat(server.commands()).containsSequence("PROT C", "CCC");
        }
    }

    @Test
    void compressionIsAskedFor() {
        try (var server = ScriptedServer.startForEach(secured().on("MODE", "504 not really"))) {
            assertThat(shell.run("ls", "--insecure", "--compress", url(server)))
                    .as(shell::all)
                    .isZero();
            assertThat(server.commands()).contains("MODE Z");
        }
    }

    @Test
    void javaItselfRefusesVersionsThatAreBroken() {
        try (var server = ScriptedServer.startForEach(secured())) {
            assertThat(shell.run("ls", "--insecure", "--tls-version", "1.1", url(server)))
                    .isEqualTo(3);
            assertThat(shell.err()).contains("does not allow [TLSv1.1]");
            assertThat(server.commands()).isEmpty();
        }
    }

    private static String url(ScriptedServer server) {
        return "ftpes://me@127.0.0.1:" + server.port() + "/";
    }

    private static Responder demanding() {
        SSLContext context = CERTIFICATES.demandingContext(Identity.VALID);
        return secured()
                .on(
                        "AUTH",
                        (s, argument) ->
                                s.send("234 go").demandClientCertificate().startTls(context));
    }

    private static Responder secured() {
        SSLContext context = CERTIFICATES.serverContext(Identity.VALID);
        return Responder.standard()
                .on("AUTH", (s, argument) -> s.send("234 go").startTls(context))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on("FEAT", (s, argument) -> s.sendLines("211-Features:", " MLST type*;", " MODE Z", "211 End"))
                .on("MLST", "550 no such file")
                .on(
                        "MLSD",
                        (s, argument) ->
                                s.send("150 coming").data(ScriptedData::close).send("226 done"));
    }
}
