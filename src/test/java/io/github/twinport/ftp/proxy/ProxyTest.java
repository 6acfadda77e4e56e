// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.proxy.Proxy.HttpConnect;
import io.github.twinport.ftp.proxy.Proxy.Socks5;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to proxies, byte for byte. */
class ProxyTest {

    private static final String GRANTED = "05 00 00 01 7f000001 0c38";

    @ParameterizedTest
    @CsvSource({"ftp.x, 03 05 6674702e78", "10.0.0.7, 01 0a000007", "::1, 04 00000000000000000000000000000001"})
    void socksIsAskedForNamesAndAddresses(String host, String written) throws IOException {
        Peer peer = Peer.hex("05 00" + GRANTED + "ff");
        new SocksHandshake(new Socks5("p", 1080, "", ""), new Wire(peer)).connect(host, 2121);
        assertThat(peer.sentHex()).isEqualTo(hex("05 01 00  05 01 00" + written + "0849"));
        assertThat(peer.unread()).isEqualTo(1);
    }

    @Test
    void socksGetsUserAndPasswordWhereItAsks() throws IOException {
        Peer peer = Peer.hex("05 02  01 00" + GRANTED);
        new SocksHandshake(new Socks5("p", 1080, "me", "pw!"), new Wire(peer)).connect("a", 21);
        assertThat(peer.sentHex()).isEqualTo(hex("05 02 00 02  01 02 6d65 03 707721  05 01 00 03 01 61 0015"));
    }

    @Test
    void socksGetsNoPasswordWhereItDoesNotAsk() throws IOException {
        Peer peer = Peer.hex("05 00" + GRANTED);
        new SocksHandshake(new Socks5("p", 1080, "me", "pw!"), new Wire(peer)).connect("a", 21);
        assertThat(peer.sentHex()).isEqualTo(hex("05 02 00 02  05 01 00 03 01 61 0015"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05 00 00 03 02 6162 0015", "05 00 00 04 00112233445566778899aabbccddeeff 0015"})
    void socksMayNameItsEndInAnyForm(String granted) throws IOException {
        Peer peer = Peer.hex("05 00" + granted + "32 32 30");
        new SocksHandshake(new Socks5("p", 1080, "", ""), new Wire(peer)).connect("a", 21);
        assertThat(peer.unread()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "05 ff, another kind of login",
        "05 02, another kind of login",
        "04 00, no SOCKS 5 proxy",
        "48 54, no SOCKS 5 proxy",
        "05 00 05 05 00 01, connection refused",
        "05 00 05 02 00 01, not allowed",
        "05 00 05 63 00 01, failure 99",
        "05 00 05 00 00 09, unknown kind"
    })
    void socksThatRefusesIsAClearFailure(String answer, String message) {
        Peer peer = Peer.hex(answer);
        assertThatThrownBy(() -> new SocksHandshake(new Socks5("p", 1080, "", ""), new Wire(peer)).connect("a", 21))
                .isInstanceOf(ProxyRefusal.class)
                .hasMessageContaining(message);
    }

    @Test
    void socksThatRefusesTheLoginIsAClearFailure() {
        Peer peer = Peer.hex("05 02 01 01");
        assertThatThrownBy(() -> new SocksHandshake(new Socks5("p", 1080, "me", "pw"), new Wire(peer)).connect("a", 21))
                .isInstanceOf(ProxyRefusal.class)
                .hasMessageContaining("user or password");
    }

    @Test
    void aProxyThatClosesIsAFailure() {
        assertThatThrownBy(() ->
                        new SocksHandshake(new Socks5("p", 1080, "", ""), new Wire(Peer.hex("05"))).connect("a", 21))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> new HttpHandshake(new HttpConnect("p", 80, "", ""), new Wire(Peer.text("HTTP/1.1 2")))
                        .connect("a", 21))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aNameThatIsTooLongForSocksIsNotCutOff() {
        assertThatThrownBy(() -> new SocksHandshake(new Socks5("p", 1080, "", ""), new Wire(Peer.hex("05 00")))
                        .connect("a".repeat(256), 21))
                .isInstanceOf(ProxyRefusal.class);
    }

    @Test
    void httpIsAskedForATunnelAndNothingBehindItsAnswerIsRead() throws IOException {
        Peer peer = Peer.text("HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n220 hi\r\n");
        new HttpHandshake(new HttpConnect("p", 3128, "", ""), new Wire(peer)).connect("ftp.x", 21);
        assertThat(peer.sentText()).isEqualTo("CONNECT ftp.x:21 HTTP/1.1\r\nHost: ftp.x:21\r\n\r\n");
        assertThat(peer.unread()).isEqualTo(8);
    }

    @Test
    void httpGetsUserAndPassword() throws IOException {
        Peer peer = Peer.text("HTTP/1.0 200\n\n");
        new HttpHandshake(new HttpConnect("p", 3128, "Aladdin", "open sesame"), new Wire(peer)).connect("::1", 990);
        assertThat(peer.sentText())
                .isEqualTo(String.join(
                        "\r\n",
                        "CONNECT [::1]:990 HTTP/1.1",
                        "Host: [::1]:990",
                        "Proxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                        "",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 407 Proxy Authentication Required, says: 407 Proxy Authentication Required",
        "HTTP/1.1 503, says: 503",
        "220 ftp server, does not answer in HTTP"
    })
    void httpThatRefusesIsAClearFailure(String answer, String message) {
        Peer peer = Peer.text(answer + "\r\n\r\n");
        assertThatThrownBy(() -> new HttpHandshake(new HttpConnect("p", 80, "", ""), new Wire(peer)).connect("a", 21))
                .isInstanceOf(ProxyRefusal.class)
                .hasMessageContaining(message);
    }

    @Test
    void anAnswerWithoutEndIsCutShort() {
        Peer peer = Peer.text("HTTP/1.1 200 ok\r\n" + "X: y\r\n".repeat(10_000));
        assertThatThrownBy(() -> new HttpHandshake(new HttpConnect("p", 80, "", ""), new Wire(peer)).connect("a", 21))
                .isInstanceOf(ProxyRefusal.class)
                .hasMessageContaining("never ends");
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(new Socks5("p", 1080, "me", "hunter22").toString()).doesNotContain("hunter22");
        assertThat(new HttpConnect("p", 80, "me", "hunter22").toString()).doesNotContain("hunter22");
    }

    private static String hex(String text) {
        return text.replace(" ", "");
    }

    /** A proxy that has said everything already; hands out one byte at a time. */
    private static final class Peer implements ByteChannel {
        private final ByteBuffer answers;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

        private Peer(byte[] answers) {
            this.answers = ByteBuffer.wrap(answers);
        }

        static Peer hex(String text) {
            return new Peer(HexFormat.of().parseHex(ProxyTest.hex(text)));
        }

        static Peer text(String text) {
            return new Peer(text.getBytes(ISO_8859_1));
        }

        String sentHex() {
            return HexFormat.of().formatHex(sent.toByteArray());
        }

        String sentText() {
            return sent.toString(ISO_8859_1);
        }

        int unread() {
            return answers.remaining();
        }

        @Override
        public int read(ByteBuffer target) {
            if (!answers.hasRemaining()) {
                return -1;
            }
            target.put(answers.get());
            return 1;
        }

        @Override
        public int write(ByteBuffer source) {
            sent.write(source.get());
            return 1;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            answers.position(answers.limit());
        }
    }
}
