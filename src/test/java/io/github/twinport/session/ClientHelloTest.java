// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.support.ScriptedServer;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first bytes of TLS tell a server (RFC 8446, 4.1.2). */
class ClientHelloTest {

    private static final int SUPPORTED_VERSIONS = 43;
    private static final int APPLICATION_PROTOCOLS = 16;

    private final BlockingQueue<byte[]> hellos = new LinkedBlockingQueue<>();

    /** Some servers show by {@code x-filezilla-ftp} that they know their client; nobody needs it. */
    @Test
    void noApplicationProtocolIsNamed() throws InterruptedException {
        Set<Integer> extensions = extensions(hello(OldestTls.TLS_1_2));
        assertThat(extensions).contains(SUPPORTED_VERSIONS).doesNotContain(APPLICATION_PROTOCOLS);
    }

    /** TLS 1.0 and 1.1 are offered only where the user allows them and Java does, which by itself it does not. */
    @ParameterizedTest
    @EnumSource(OldestTls.class)
    void noVersionIsOfferedThatIsOlderThanAllowed(OldestTls oldest) throws InterruptedException {
        Set<Integer> versions = versions(hello(oldest));
        assertThat(versions).contains(0x0304);
        assertThat(versions.contains(0x0303)).isEqualTo(oldest != OldestTls.TLS_1_3);
        assertThat(versions).doesNotContain(0x0301, 0x0302);
    }

    @Test
    void whereJavaAllowsNoneOfTheVersionsNothingIsSent() {
        try (var server = ScriptedServer.start(s -> s.expectEnd());
                var session = TestSession.plan(server)
                        .security(Security.IMPLICIT_TLS)
                        .versions("TLSv1.1", "TLSv1")
                        .open()) {
            assertThat(session.failure(TlsFailed.class, client -> 1)).hasMessageContaining("does not allow");
        }
    }

    private byte[] hello(OldestTls oldest) throws InterruptedException {
        try (var server = ScriptedServer.start(s -> {
                    byte[] header = s.receiveBytes(5);
                    hellos.add(s.receiveBytes(ByteBuffer.wrap(header, 3, 2).getShort()));
                    s.close();
                });
                var session = TestSession.plan(server)
                        .security(Security.IMPLICIT_TLS)
                        .versions(oldest.versions().toArray(String[]::new))
                        .open()) {
            session.failure(FtpException.class, client -> 1);
            byte[] hello = hellos.poll(10, TimeUnit.SECONDS);
            assertThat(hello).isNotNull();
            return hello;
        }
    }

    private static Set<Integer> extensions(byte[] hello) {
        Set<Integer> found = new HashSet<>();
        ByteBuffer rest = atExtensions(hello);
        while (rest.hasRemaining()) {
            found.add((int) rest.getShort());
            skip(rest, rest.getShort());
        }
        return found;
    }

    private static Set<Integer> versions(byte[] hello) {
        Set<Integer> found = new HashSet<>();
        ByteBuffer rest = atExtensions(hello);
        while (rest.hasRemaining()) {
            int type = rest.getShort();
            int length = rest.getShort();
            if (type != SUPPORTED_VERSIONS) {
                skip(rest, length);
                continue;
            }
            int count = rest.get() / 2;
            for (int i = 0; i < count; i++) {
                found.add((int) rest.getShort());
            }
        }
        return found;
    }

    /** Behind type, length, version, random, session identifier, cipher suites and compression methods. */
    private static ByteBuffer atExtensions(byte[] hello) {
        ByteBuffer rest = ByteBuffer.wrap(hello);
        skip(rest, 1 + 3 + 2 + 32);
        skip(rest, rest.get());
        skip(rest, rest.getShort());
        skip(rest, rest.get());
        skip(rest, 2);
        return rest;
    }

    private static void skip(ByteBuffer bytes, int length) {
        bytes.position(bytes.position() + length);
    }
}
