// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.listing.Gap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say at the end of a listing: only what admits that something is missing is taken for that. */
class ListingWordsTest {

    private static final RemotePath FOLDER = RemotePath.of("/pub/data");

    private static Set<Gap> gaps(String last) {
        return ListingWords.gaps(FOLDER, new Reply(150, List.of("Here it comes")), new Reply(226, List.of(last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Output truncated to 10000 matches",
                "Options: -a -l Output truncated to 500 matches",
                "Anzeige auf 500 Einträge beschränkt.",
                "Anzeige auf 500 Eintr\udce4ge beschr\udce4nkt.",
                "Sortie tronquee a 500 elements",
                "Salida truncada a 500 ocurrencias",
                "Transfer complete (listing limited to 1000 entries).",
                "Directory listing incomplete",
                "Only the first 2000 files are shown",
                "Partial directory listing sent",
                "Maximum number of entries reached.",
                "Too many files in directory",
                "Transfer complete. 12 files were not listed.",
                "Listing aborted",
                "List completed, not all members were listed"
            })
    void isShortWhereTheServerSaysSo(String last) {
        assertThat(gaps(last)).containsExactly(Gap.SHORTENED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer done (but failed to open directory).",
                "Transfer complete: permission denied",
                "Could not open directory",
                "Can't open directory",
                "Unable to read directory",
                "No such file or directory",
                "Access is denied.",
                "Directory not found",
                "Transfer complete with an error reading the folder"
            })
    void wasNotReadWhereTheServerSaysSo(String last) {
        assertThat(gaps(last)).containsExactly(Gap.NOT_OPENED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Directory send OK.",
                "Transfer complete",
                "Transfer complete.",
                "Options: -a -l 700 matches total",
                "0 matches total",
                "ASCII Transfer complete.",
                "Closing data connection.",
                "Closing data connection. Requested file action successful.",
                "Successfully transferred \"/pub/data\"",
                "Operation successful",
                "List completed successfully.",
                "NLST completed successfully",
                "Directory listing completed.",
                "LIST complete - 12 files",
                "Transfer complete. 1,234 bytes transferred. 12.34 KB/sec.",
                "0.001 seconds (measured here), 1.20 Mbytes per second",
                "Maximum disk quota limited to 102400 Kb, used 78232 Kb, available 24168 Kb. Transfer complete.",
                "[Ul: 0.0MB][Dl: 0.0MB][Speed: 12K/s][Free: 1024MB]",
                "Listing of /pub/data is complete",
                "Data transfer complete; no errors",
                "\udcc3\udcc4"
            })
    void isWholeWhereNothingIsAdmitted(String last) {
        assertThat(gaps(last)).isEmpty();
    }

    @Test
    void theFirstReplyMayTellItToo() {
        assertThat(ListingWords.gaps(
                        FOLDER,
                        new Reply(150, List.of("Opening data connection, listing limited to 100 entries")),
                        new Reply(226, List.of("Transfer complete"))))
                .containsExactly(Gap.SHORTENED);
    }

    @Test
    void theNameOfTheFolderIsNoWordOfTheServer() {
        assertThat(ListingWords.gaps(
                        RemotePath.of("/pub/truncated: access denied"),
                        new Reply(150, List.of("Opening data connection for /pub/truncated: access denied")),
                        new Reply(226, List.of("Listing of truncated: access denied sent"))))
                .isEmpty();
    }
}
