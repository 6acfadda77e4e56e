// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void readsOneLine() throws IOException {
        assertThat(read("220 hello there\r\n")).isEqualTo(new Reply(220, List.of("hello there")));
        assertThat(lines).containsExactly("220 hello there");
    }

    @Test
    void readsSeveralLinesUntilTheCodeComesAgain() throws IOException {
        assertThat(read("211-Features:\r\n UTF8\r\n MLST type*;\r\n211 End\r\n"))
                .isEqualTo(new Reply(211, List.of("Features:", " UTF8", " MLST type*;", "End")));
    }

    @Test
    void innerLinesMayBeginWithDigitsAndOtherCodes() throws IOException {
        assertThat(
                        read(
                                "230-Welcome\r\n230-2026 is here\r\n226 not the end\r\n2301 users\r\n 230 neither\r\n230 in\r\n"))
                .isEqualTo(new Reply(
                        230,
                        List.of("Welcome", "2026 is here", "226 not the end", "2301 users", " 230 neither", "in")));
    }

    @Test
    void anInnerLineThatIsOnlyTheCodeEndsTheReply() throws IOException {
        assertThat(read("220-a\r\n220\r\n")).isEqualTo(new Reply(220, List.of("a", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 hi\n", "220 hi\r\n", "220 hi\r\r\n", "22\0000 h\0i\r\n\0"})
    void copesWithAnyLineEndAndWithNulBytes(String bytes) throws IOException {
        assertThat(read(bytes)).isEqualTo(new Reply(220, List.of("hi")));
    }

    @Test
    void theBlankBehindTheCodeMayBeMissing() throws IOException {
        assertThat(read("220\r\n")).isEqualTo(new Reply(220, List.of("")));
        assertThat(read("220Welcome\r\n")).isEqualTo(new Reply(220, List.of("Welcome")));
    }

    @Test
    void skipsStrayLinesBeforeAReplyButTellsThem() throws IOException {
        assertThat(read("\r\nsomebody talks\r\n22\r\n2201 users\r\n012 no code\r\n220 hi\r\n"))
                .isEqualTo(new Reply(220, List.of("hi")));
        assertThat(lines).containsExactly("", "somebody talks", "22", "2201 users", "012 no code", "220 hi");
    }

    @Test
    void putsTogetherWhatComesByteForByte() throws IOException {
        String text = "220-höflich\r\n220 guten Tag\r\n331 weiter\r\n";
        InputStream dribble = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, 1);
            }
        };
        ReplyReader reader = new ReplyReader(Channels.newChannel(dribble));
        assertThat(reader.read(WireCharset.UTF_8, lines::add).lines()).containsExactly("höflich", "guten Tag");
        assertThat(reader.read(WireCharset.UTF_8, lines::add).code()).isEqualTo(331);
    }

    @Test
    void takesManyRepliesOutOfOnePacket() throws IOException {
        ReplyReader reader = reader("150 coming\r\n226 done\r\n229 (|||7|)\r\n");
        assertThat(reader.read(WireCharset.UTF_8, lines::add).code()).isEqualTo(150);
        assertThat(reader.hasBufferedBytes()).isTrue();
        assertThat(reader.read(WireCharset.UTF_8, lines::add).code()).isEqualTo(226);
        assertThat(reader.read(WireCharset.UTF_8, lines::add).code()).isEqualTo(229);
        assertThat(reader.hasBufferedBytes()).isFalse();
    }

    @Test
    void keepsBytesThatAreNotText() throws IOException {
        ReplyReader reader = new ReplyReader(Channels.newChannel(new ByteArrayInputStream(
                new byte[] {'2', '5', '7', ' ', '"', '/', (byte) 0xFF, (byte) 0xE4, '"', '\r', '\n'})));
        String path = reader.read(WireCharset.UTF_8, lines::add).text();
        assertThat(WireCharset.UTF_8.encode(path)).containsExactly('"', '/', (byte) 0xFF, (byte) 0xE4, '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "220 hi", "220-hi\r\n220-there\r\n"})
    void anEndInTheMiddleIsTheEndOfTheConnection(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class);
    }

    @Test
    void anEndlessLineIsAViolation() {
        Endless endless = new Endless(() -> 'a');
        assertThatThrownBy(() -> new ReplyReader(endless.channel()).read(WireCharset.UTF_8, line -> {}))
                .isInstanceOf(ProtocolViolation.class);
        assertThat(endless.given).isLessThan(200_000);
    }

    @Test
    void anEndlessReplyIsAViolation() {
        String line = "220-and on and on\r\n";
        Endless endless = new Endless(line);
        assertThatThrownBy(() -> new ReplyReader(endless.channel()).read(WireCharset.UTF_8, text -> {}))
                .isInstanceOf(ProtocolViolation.class);
        assertThat(endless.given).isLessThan(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stray\r\n", "\n"})
    void endlessStrayLinesAreAViolation(String line) {
        Endless endless = new Endless(line);
        assertThatThrownBy(() -> new ReplyReader(endless.channel()).read(WireCharset.UTF_8, text -> {}))
                .isInstanceOf(ProtocolViolation.class);
        assertThat(endless.given).isLessThan(2_000_000);
    }

    private Reply read(String bytes) throws IOException {
        return reader(bytes).read(WireCharset.UTF_8, lines::add);
    }

    private static ReplyReader reader(String bytes) {
        return new ReplyReader(Channels.newChannel(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8))));
    }

    /** A server that never stops, and how much it had to give. */
    private static final class Endless extends InputStream {
        private final IntSupplier bytes;
        private long given;

        Endless(IntSupplier bytes) {
            this.bytes = bytes;
        }

        Endless(String repeated) {
            int[] next = {0};
            this.bytes = () -> repeated.charAt(next[0]++ % repeated.length());
        }

        ReadableByteChannel channel() {
            return Channels.newChannel(this);
        }

        @Override
        public int read() {
            given++;
            return bytes.getAsInt();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
