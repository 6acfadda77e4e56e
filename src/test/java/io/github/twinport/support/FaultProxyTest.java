// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    @Test
    void delaysBothDirections() throws Exception {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var proxy = FaultProxy.before(server.host(), server.port()).delay(Duration.ofMillis(60));
                var client = new TestClient(proxy.host(), proxy.port())) {
            assertThat(client.reply()).isEqualTo("220 ready");
            long start = System.nanoTime();
            assertThat(client.say("NOOP")).isEqualTo("200 ok");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void cutsWithAnEndAfterSomeBytes() throws Exception {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("NOOP", "200 this is cut short"));
                var proxy = FaultProxy.before(server.host(), server.port());
                var client = new TestClient(proxy.host(), proxy.port())) {
            assertThat(client.reply()).isEqualTo("220 ready");
            proxy.cutAfter(8, FaultProxy.Cut.END);
            client.send("NOOP");
            assertThat(client.line()).isEqualTo("200 this");
            assertThat(client.line()).isNull();
            server.awaitDisconnected();
        }
    }

    @Test
    void cutsWithAResetOnDemandAndServesNewConnections() throws Exception {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var proxy = FaultProxy.before(server.host(), server.port())) {
            try (var client = new TestClient(proxy.host(), proxy.port())) {
                assertThat(client.reply()).isEqualTo("220 ready");
                proxy.cutNow(FaultProxy.Cut.RESET);
                assertThatThrownBy(client::line).isInstanceOf(IOException.class);
            }
            try (var client = new TestClient(proxy.host(), proxy.port())) {
                assertThat(client.reply()).isEqualTo("220 ready");
            }
        }
    }

    @Test
    void holdsEverythingBackWhileStalled() throws Exception {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var proxy = FaultProxy.before(server.host(), server.port());
                var client = new TestClient(proxy.host(), proxy.port())) {
            assertThat(client.reply()).isEqualTo("220 ready");
            proxy.stall();
            client.send("NOOP");
            CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.reply();
                } catch (IOException e) {
                    return e.toString();
                }
            });
            assertThat(server.commands()).isEmpty();
            assertThat(reply).isNotDone();
            proxy.flow();
            assertThat(reply.get(60, TimeUnit.SECONDS)).isEqualTo("200 ok");
        }
    }

    @Test
    void refusesNewConnections() throws Exception {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var proxy = FaultProxy.before(server.host(), server.port())) {
            proxy.refuse(true);
            assertThatThrownBy(() -> {
                        try (var client = new TestClient(proxy.host(), proxy.port())) {
                            if (client.reply() == null) {
                                throw new IOException("end before the greeting");
                            }
                        }
                    })
                    .isInstanceOf(IOException.class);
            proxy.stopListening();
            assertThatThrownBy(() -> new TestClient(proxy.host(), proxy.port())).isInstanceOf(IOException.class);
            assertThat(server.connections()).isZero();
        }
    }
}
