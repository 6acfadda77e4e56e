// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MockServerTest {

    @ParameterizedTest
    @EnumSource
    void servesFilesThatATestPutThere(MockServer.Flavour flavour) throws Exception {
        try (var server = MockServer.start(flavour);
                var client = new TestClient(server.host(), server.port())) {
            server.makeFolder("sub");
            server.put("sub/a", "hello".getBytes(StandardCharsets.UTF_8));
            assertThat(server.names("")).containsExactly("sub");
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("USER test")).startsWith("331");
            assertThat(client.say("PASS test")).startsWith("230");
            assertThat(client.say("CWD sub")).startsWith("250");
            String passive = client.say("EPSV");
            try (Socket data = client.data(passive)) {
                assertThat(client.say("RETR a")).startsWith("1");
                assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("hello");
            }
            assertThat(client.reply()).startsWith("226");
            assertThat(client.say("RNFR a")).startsWith("350");
            assertThat(client.say("RNTO b")).startsWith("250");
            assertThat(server.content("sub/b")).asString().isEqualTo("hello");
        }
    }
}
