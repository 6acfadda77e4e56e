// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApacheServerTest {

    @TempDir
    Path folder;

    @Test
    void servesTheFolder() throws Exception {
        Files.writeString(folder.resolve("a"), "hello");
        try (var server = ApacheServer.start(folder);
                var client = new TestClient(server.host(), server.port())) {
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("USER test")).startsWith("331");
            assertThat(client.say("PASS test")).startsWith("230");
            String passive = client.say("EPSV");
            try (Socket data = client.data(passive)) {
                assertThat(client.say("RETR a")).startsWith("150");
                assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("hello");
            }
            assertThat(client.reply()).startsWith("226");
            assertThat(client.say("MKD made")).startsWith("257");
            assertThat(folder.resolve("made")).isDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"EXPLICIT_TLS", "IMPLICIT_TLS"})
    void speaksTlsWithACertificateOfTheAuthority(Security security) throws Exception {
        var options = ApacheServer.Options.of(security).tlsProtocols("TLSv1.3");
        try (var server = ApacheServer.start(folder, options);
                var client = new TestClient(server.host(), server.port())) {
            greetAndSecure(client, security);
            assertThat(client.tlsProtocol()).isEqualTo("TLSv1.3");
            assertThat(client.say("USER anonymous")).startsWith("331");
            assertThat(client.say("PASS me@")).startsWith("230");
            assertThat(client.say("MKD made")).startsWith("550");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCertificates.Identity.class,
            names = {"EXPIRED", "OTHER_HOST", "SELF_SIGNED"})
    void showsABadCertificateOnDemand(TestCertificates.Identity identity) throws Exception {
        var options = ApacheServer.Options.of(Security.EXPLICIT_TLS).identity(identity);
        try (var server = ApacheServer.start(folder, options);
                var client = new TestClient(server.host(), server.port())) {
            assertThatThrownBy(() -> greetAndSecure(client, Security.EXPLICIT_TLS))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void comesBackOnTheSamePort() throws Exception {
        try (var server = ApacheServer.start(folder)) {
            try (var client = new TestClient(server.host(), server.port())) {
                assertThat(client.reply()).startsWith("220");
                server.stop();
                assertThatThrownBy(() -> new TestClient(server.host(), server.port()))
                        .isInstanceOf(IOException.class);
                server.restart();
            }
            try (var client = new TestClient(server.host(), server.port())) {
                assertThat(client.reply()).startsWith("220");
            }
        }
    }

    @Test
    void limitsLogins() throws Exception {
        try (var server =
                        ApacheServer.start(folder, ApacheServer.Options.plain().maxLogins(1));
                var first = new TestClient(server.host(), server.port());
                var second = new TestClient(server.host(), server.port())) {
            first.reply();
            second.reply();
            first.say("USER test");
            assertThat(first.say("PASS test")).startsWith("230");
            assertThat(second.say("USER test")).startsWith("421");
        }
    }

    private static void greetAndSecure(TestClient client, Security security) throws IOException {
        if (security == Security.IMPLICIT_TLS) {
            client.startTls();
            assertThat(client.reply()).startsWith("220");
        } else {
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("AUTH TLS")).startsWith("234");
            client.startTls();
        }
    }
}
