// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.FolderCharset;
import io.github.twinport.ftp.FtpException.EndlessListing;
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
    private final List<Entry> fresh = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final int kept;
    private byte[] line = new byte[512];
    private int length;
    private long count;
    private long total;

    /**
     * A collector for one listing.
     *
     * @param batches takes the entries
     * @param kept so many of them, the first ones, are in the finished listing as well
     */
    ListingCollector(ListingParser parser, WireCharset charset, Consumer<List<Entry>> batches, int kept) {
        this.kept = kept;
        this.parser = parser;
        this.charset = charset;
        this.batches = batches;
    }

    /**
     * Takes a block on the heap as it came from the network.
     *
     * @throws EndlessListing when the whole listing is longer than any folder needs
     * @throws ProtocolViolation when a line is
     */
    void take(ByteBuffer block) throws ProtocolViolation {
        total += block.remaining();
        if (total > MOST_BYTES) {
            throw new EndlessListing("a listing of more than " + MOST_BYTES + " bytes");
        }
        byte[] bytes = block.array();
        int begin = block.arrayOffset() + block.position();
        int end = block.arrayOffset() + block.limit();
        block.position(block.limit());
        for (int i = begin; i < end; i++) {
            if (bytes[i] == '\n') {
                if (length == 0) {
                    line(bytes, begin, i);
                } else {
                    append(bytes, begin, i);
                    endLine();
                }
                begin = i + 1;
            }
        }
        append(bytes, begin, end);
        handOut();
        if (count > MOST_ENTRIES) {
            throw new EndlessListing("a listing of more than " + MOST_ENTRIES + " entries");
        }
    }

    Listing finish() {
        if (length > 0) {
            endLine();
        }
        parser.finish(fresh::add);
        handOut();
        return new Listing(entries, parser.unparsed(), parser.unparsedCount(), parser.gaps());
    }

    /** Whether what has come so far ends in the middle of a line. */
    boolean endsInsideLine() {
        return length > 0;
    }

    /** How many bytes have come. */
    long total() {
        return total;
    }

    /** Keeps the beginning of a line until the rest of it comes. */
    private void append(byte[] bytes, int begin, int end) throws ProtocolViolation {
        int longer = length + end - begin;
        if (longer > LONGEST_LINE) {
            throw new ProtocolViolation("a listing line of more than " + LONGEST_LINE + " bytes");
        }
        if (longer > line.length) {
            line = Arrays.copyOf(line, Math.max(longer, line.length * 2));
        }
        System.arraycopy(bytes, begin, line, length, end - begin);
        length = longer;
    }

    private void endLine() {
        line(line, 0, length);
        length = 0;
    }

    private void line(byte[] bytes, int begin, int newline) {
        int end = newline;
        while (end > begin && bytes[end - 1] == '\r') {
            end--;
        }
        parser.line(charset.decode(bytes, begin, end - begin), fresh::add);
    }

    private void handOut() {
        if (fresh.isEmpty()) {
            return;
        }
        if (charset.charset().equals(StandardCharsets.UTF_8)) {
            folderCharset.note(fresh);
        }
        List<Entry> batch = List.copyOf(fresh);
        fresh.clear();
        count += batch.size();
        entries.addAll(batch.subList(0, Math.min(batch.size(), kept - entries.size())));
        batches.accept(batch);
    }
}
