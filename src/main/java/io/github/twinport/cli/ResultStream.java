// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The standard output of commands, which knows why it could not be written. Any thread. */
public final class ResultStream extends PrintStream {

    /** A listing of many thousand lines is not written line by line. */
    private static final int BUFFER = 1 << 16;

    private final Watched target;

    /** Writes to a stream in a charset. */
    public ResultStream(OutputStream target, Charset charset) {
        this(new Watched(target), charset);
    }

    private ResultStream(Watched target, Charset charset) {
        super(new BufferedOutputStream(target, BUFFER), false, charset);
        this.target = target;
    }

    /**
     * Whether results were lost that somebody wanted: the disk is full, or the file cannot be written. Who has closed the
     * other end of a pipe, as {@code | head} does, wants no more.
     */
    public static boolean isLost(PrintStream out) {
        return out.checkError() && !(out instanceof ResultStream results && results.target.isPipeClosed());
    }

    /** Keeps the first failure. */
    private static final class Watched extends FilterOutputStream {

        private volatile @Nullable IOException failure;

        Watched(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        boolean isPipeClosed() {
            IOException kept = failure;
            return kept != null
                    && String.valueOf(kept.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("pipe");
        }
    }
}
