// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.verification;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** The digest of a file's content, computed while the content passes. Belongs to one thread at a time. */
public final class ContentDigest {

    private static final int BLOCK = 256 * 1024;

    /** What is fed with bytes. */
    private interface Function {
        void update(ByteBuffer bytes);

        String hexadecimal();
    }

    private final Function function;

    private ContentDigest(Function function) {
        this.function = function;
    }

    /**
     * Begins a digest.
     *
     * @param algorithm the function in Java's name, or {@code CRC32}
     * @return empty when this Java does not know it
     */
    public static Optional<ContentDigest> of(String algorithm) {
        if (algorithm.equals("CRC32")) {
            return Optional.of(new ContentDigest(new Checksum()));
        }
        try {
            return Optional.of(new ContentDigest(new Hash(MessageDigest.getInstance(algorithm))));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** Takes the bytes between position and limit; the position is at the limit then. */
    public void update(ByteBuffer bytes) {
        function.update(bytes);
    }

    /**
     * Takes the beginning of a file.
     *
     * @param length how much of it, in bytes
     * @throws EOFException when the file is shorter
     */
    public void update(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long left = length;
            while (left > 0) {
                block.clear().limit((int) Math.min(BLOCK, left));
                int read = channel.read(block);
                if (read < 0) {
                    throw new EOFException(file + " is shorter than " + length);
                }
                left -= read;
                update(block.flip());
            }
        }
    }

    /** The digest of all that was taken, in lower case; it begins anew after that. */
    public String hexadecimal() {
        return function.hexadecimal();
    }

    private record Hash(MessageDigest digest) implements Function {

        @Override
        public void update(ByteBuffer bytes) {
            digest.update(bytes);
        }

        @Override
        public String hexadecimal() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private record Checksum(CRC32 crc) implements Function {

        Checksum() {
            this(new CRC32());
        }

        @Override
        public void update(ByteBuffer bytes) {
            crc.update(bytes);
        }

        @Override
        public String hexadecimal() {
            String text = String.format(Locale.ROOT, "%08x", crc.getValue());
            crc.reset();
            return text;
        }
    }
}
