// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line ends of ASCII transfers in both directions, however the stream is cut. */
class LineEndsTest {

    private static final String LF = "\n";
    private static final String CR_LF = "\r\n";

    @ParameterizedTest
    @CsvSource({
        "'a␍␊b', 'a␊b', 'a␍␊b'",
        "'a␊b', 'a␊b', 'a␍␊b'",
        "'a␍b', 'a␍b', 'a␍b'",
        "'␍', '␍', '␍'",
        "'␍␍␊', '␍␊', '␍␍␊'",
        "'␍␍', '␍␍', '␍␍'",
        "'␊␍', '␊␍', '␍␊␍'",
        "'␍␊␍␊', '␊␊', '␍␊␍␊'",
        "'', '', ''",
    })
    void onlyCrLfAndLoneLfAreLineEndsOfADownload(String wire, String unix, String windows) throws IOException {
        assertThat(received(bytes(wire), LF, wire.length() + 1)).isEqualTo(bytes(unix));
        assertThat(received(bytes(wire), CR_LF, wire.length() + 1)).isEqualTo(bytes(windows));
    }

    @ParameterizedTest
    @CsvSource({
        "'a␊b', 'a␍␊b'",
        "'a␍␊b', 'a␍␊b'",
        "'a␍b', 'a␍b'",
        "'␍', '␍'",
        "'␊␊', '␍␊␍␊'",
        "'␍␍␊', '␍␍␊'",
        "'␊␍', '␍␊␍'",
        "'', ''",
    })
    void everyLineEndOfAnUploadIsCrLf(String local, String wire) throws IOException {
        assertThat(sent(bytes(local), local.length() + 1, 100)).isEqualTo(bytes(wire));
    }

    /** Every text of six bytes of CR, LF and a letter, with the same result in blocks of every length. */
    @Test
    void theResultDoesNotDependOnWhereTheStreamIsCut() throws IOException {
        for (int number = 0; number < 729; number++) {
            byte[] text = new byte[6];
            for (int i = 0, rest = number; i < text.length; i++, rest /= 3) {
                text[i] = (byte) "\r\nx".charAt(rest % 3);
            }
            for (int block = 1; block < text.length; block++) {
                assertThat(received(text, LF, block)).isEqualTo(received(text, LF, 6));
                assertThat(received(text, CR_LF, block)).isEqualTo(received(text, CR_LF, 6));
                for (int room = 2; room < 5; room++) {
                    assertThat(sent(text, block, room)).isEqualTo(sent(text, 6, 100));
                }
            }
        }
    }

    @Test
    void textOfThisSystemComesBackTheSame() throws IOException {
        Random random = new Random(11);
        byte[] text = new byte[300_000];
        for (int i = 0; i < text.length; i++) {
            int kind = random.nextInt(10);
            // A CR right before an LF would be a line end already.
            text[i] = (byte) (kind == 0 ? '\n' : kind == 1 && (i == 0 || text[i - 1] != '\r') ? 0xE9 : 'a' + kind);
        }
        assertThat(received(sent(text, 7_001, 8_192), LF, 4_999)).isEqualTo(text);
    }

    @Test
    void bothSidesCountTheirOwnBytes() throws IOException {
        NetworkText upload = new NetworkText(Channels.newChannel(new ByteArrayInputStream(bytes("a␊b␊"))));
        ByteBuffer wire = ByteBuffer.allocate(100);
        while (upload.read(wire) >= 0) {
            assertThat(wire.hasRemaining()).isTrue();
        }
        assertThat(upload.consumed()).isEqualTo(4);
        assertThat(wire.position()).isEqualTo(6);

        LocalText download = new LocalText(Channels.newChannel(new ByteArrayOutputStream()), LF);
        download.write(wire.flip());
        download.finish();
        assertThat(download.written()).isEqualTo(4);
        assertThat(download.networkLineEnds()).isEqualTo(2);
    }

    private static byte[] bytes(String shown) {
        return shown.replace('␍', '\r').replace('␊', '\n').getBytes(ISO_8859_1);
    }

    private static byte[] received(byte[] wire, String lineEnd, int block) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        LocalText text = new LocalText(Channels.newChannel(file), lineEnd);
        for (int at = 0; at < wire.length; at += block) {
            text.write(ByteBuffer.wrap(wire, at, Math.min(block, wire.length - at)));
        }
        text.finish();
        assertThat(text.written()).isEqualTo(file.size());
        return file.toByteArray();
    }

    private static byte[] sent(byte[] local, int block, int room) throws IOException {
        NetworkText text = new NetworkText(inBlocks(local, block));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(room);
        while (text.read(buffer.clear()) >= 0) {
            wire.write(buffer.array(), 0, buffer.position());
        }
        assertThat(text.consumed()).isEqualTo(local.length);
        return wire.toByteArray();
    }

    private static ReadableByteChannel inBlocks(byte[] content, int block) {
        InputStream stream = new ByteArrayInputStream(content);
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                byte[] bytes = stream.readNBytes(Math.min(block, target.remaining()));
                target.put(bytes);
                return bytes.length == 0 ? -1 : bytes.length;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
