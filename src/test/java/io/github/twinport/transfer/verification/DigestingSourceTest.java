// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestingSourceTest {

    @TempDir
    Path folder;

    @Test
    void takesEachByteOnceAlsoWhenThePositionIsPutBack() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "0123456789");
        ContentDigest digest = ContentDigest.of("CRC32").orElseThrow();
        digest.update(file, 2);
        try (FileChannel channel = FileChannel.open(file)) {
            DigestingSource source = new DigestingSource(channel.position(2), digest);
            ByteBuffer bytes = ByteBuffer.allocate(5);
            assertThat(source.read(bytes)).isEqualTo(5);
            source.position(2);
            while (source.read(bytes.clear()) >= 0) {
                assertThat(bytes.position()).isPositive();
            }
        }

        assertThat(digest.hexadecimal()).isEqualTo("a684c7c6");
    }

    @Test
    void anUnknownFunctionIsNone() {
        assertThat(ContentDigest.of("SHA-0815")).isEmpty();
    }
}
