// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.FolderCharset;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.control.WireCharset;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.listing.ListingParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Cuts the bytes of a listing into lines and hands the entries on in batches while more arrive. For one listing. */
final class ListingCollector {

    private static final int LONGEST_LINE = 64 * 1024;

    /** A million entries take about 200 MB; folders of this size cannot be worked with over FTP anyway. */
    private static final int MOST_ENTRIES = 1_000_000;

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final ListingParser parser;
    private final WireCharset charset;
    private final Consumer<List<Entry>> batches;
    private final FolderCharset folderCharset = new FolderCharset();
    private final List<Entry> entries = new ArrayList<>();
    private byte[] line = new byte[512];
    private int length;
    private int handedOut;
    private long total;

    ListingCollector(ListingParser parser, WireCharset charset, Consumer<List<Entry>> batches) {
        this.parser = parser;
        this.charset = charset;
        this.batches = batches;
    }

    /**
     * Takes a block as it came from the network.
     *
     * @throws ProtocolViolation when a line or the whole listing is longer than any folder needs
     */
    void take(ByteBuffer block) throws ProtocolViolation {
        total += block.remaining();
        if (total > MOST_BYTES) {
            throw new ProtocolViolation("a listing of more than " + MOST_BYTES + " bytes");
        }
        while (block.hasRemaining()) {
            byte b = block.get();
            if (b == '\n') {
                endLine();
            } else {
                append(b);
            }
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new ProtocolViolation("a listing of more than " + MOST_ENTRIES + " entries");
        }
        handOut();
    }

    Listing finish() {
        if (length > 0) {
            endLine();
        }
        parser.finish(entries::add);
        handOut();
        return new Listing(entries, parser.unparsed(), parser.unparsedCount());
    }

    /** Whether what has come so far ends in the middle of a line. */
    boolean endsInsideLine() {
        return length > 0;
    }

    /** How many bytes have come. */
    long total() {
        return total;
    }

    private void append(byte b) throws ProtocolViolation {
        if (length == line.length) {
            if (length >= LONGEST_LINE) {
                throw new ProtocolViolation("a listing line of more than " + LONGEST_LINE + " bytes");
            }
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = b;
    }

    private void endLine() {
        int end = length;
        while (end > 0 && line[end - 1] == '\r') {
            end--;
        }
        parser.line(charset.decode(line, 0, end), entries::add);
        length = 0;
    }

    private void handOut() {
        if (entries.size() > handedOut) {
            List<Entry> batch = entries.subList(handedOut, entries.size());
            if (charset.charset().equals(StandardCharsets.UTF_8)) {
                folderCharset.note(batch);
            }
            batches.accept(List.copyOf(batch));
            handedOut = entries.size();
        }
    }
}
