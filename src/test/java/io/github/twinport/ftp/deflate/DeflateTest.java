// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compressed stream of MODE Z in both directions. */
class DeflateTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 300_000})
    void whatIsCompressedComesBackTheSameHoweverItIsCut(int length) throws IOException {
        byte[] content = content(length);
        for (int block : new int[] {1, 7, 100_000}) {
            byte[] compressed = deflate(content, block);
            InflatingChannel inflating = new InflatingChannel(inBlocks(compressed, block));
            assertThat(readAll(inflating, block)).isEqualTo(content);
            assertThat(inflating.isCut()).isFalse();
            assertThat(inflating.consumed()).isEqualTo(compressed.length);
            inflating.close();
        }
    }

    @Test
    void anEmptyFileMayBeNothingAtAll() throws IOException {
        InflatingChannel inflating = new InflatingChannel(inBlocks(new byte[0], 10));
        assertThat(readAll(inflating, 10)).isEmpty();
        assertThat(inflating.isCut()).isFalse();
    }

    @Test
    void aMissingEndIsNoticed() throws IOException {
        byte[] compressed = deflate(content(10_000), 1_000);
        for (int missing : new int[] {1, 4, 100}) {
            InflatingChannel inflating =
                    new InflatingChannel(inBlocks(Arrays.copyOf(compressed, compressed.length - missing), 1_000));
            readAll(inflating, 1_000);
            assertThat(inflating.isCut()).isTrue();
        }
    }

    @Test
    void whatIsNotCompressedOrGoesOnIsAnError() throws IOException {
        byte[] compressed = deflate(content(100), 100);
        byte[] longer = Arrays.copyOf(compressed, compressed.length + 1);
        byte[] damaged = compressed.clone();
        damaged[compressed.length - 1] ^= 1;
        for (byte[] wrong : new byte[][] {longer, damaged, "plain text".getBytes(StandardCharsets.US_ASCII)}) {
            assertThatThrownBy(() -> readAll(new InflatingChannel(inBlocks(wrong, 1_000)), 1_000))
                    .isInstanceOf(IOException.class);
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        Random random = new Random(length);
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 'a');
        }
        return content;
    }

    private static byte[] deflate(byte[] content, int block) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        DeflatingChannel deflating = new DeflatingChannel(Channels.newChannel(compressed), 6);
        for (int at = 0; at < content.length; at += block) {
            ByteBuffer part = ByteBuffer.wrap(content, at, Math.min(block, content.length - at));
            deflating.write(part);
            assertThat(part.hasRemaining()).isFalse();
            part.clear();
        }
        deflating.finish();
        deflating.close();
        return compressed.toByteArray();
    }

    private static byte[] readAll(InflatingChannel inflating, int block) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(block);
        while (inflating.read(buffer.clear()) >= 0) {
            content.write(buffer.array(), 0, buffer.position());
        }
        return content.toByteArray();
    }

    private static ReadableByteChannel inBlocks(byte[] bytes, int block) {
        ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) {
                byte[] part = new byte[Math.min(block, target.remaining())];
                int length = stream.read(part, 0, part.length);
                if (length > 0) {
                    target.put(part, 0, length);
                }
                return length;
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
