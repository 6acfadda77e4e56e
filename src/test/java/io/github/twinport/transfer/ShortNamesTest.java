// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Temporary names are never the same, however short they are. */
class ShortNamesTest {

    private final FakeServer server = new FakeServer();
    private final ShortNames names = new ShortNames();

    @Test
    void aMemberThatTheFolderHoldsIsNotTaken() throws IOException {
        server.file("'ANN.DATA(TP$0)'", "somebody's");

        assertThat(free("'ANN.DATA(FILE1)'")).isEqualTo("TP$1");
    }

    @Test
    void twoFilesOfOneFolderNeverGetTheSame() throws IOException {
        server.file("'ANN.DATA(OTHER)'", "somebody's");

        assertThat(free("'ANN.DATA(FILE1)'")).isEqualTo("TP$0");
        assertThat(free("'ANN.DATA(FILE2)'")).isEqualTo("TP$1");
        assertThat(server.log).as("the folder is listed once").hasSize(1);
    }

    @Test
    void aFolderThatCannotBeListedIsNoReasonToFail() throws IOException {
        server.failing("MLSD", FakeServer.refused(550));

        assertThat(free("'ANN.DATA(FILE1)'")).isEqualTo("TP$0");
        assertThat(free("'ANN.DATA(FILE2)'")).isEqualTo("TP$1");
    }

    @Test
    void whereNamesAreLongNothingIsListed() throws IOException {
        assertThat(free("/a")).isEqualTo("TP$0");
        assertThat(free("/b")).isEqualTo("TP$0");
        assertThat(server.log).isEmpty();
    }

    private String free(String target) throws IOException {
        TransferRequest request = new TransferRequest(
                FakeWorld.connection("user"),
                Direction.UPLOAD,
                Path.of("file"),
                RemotePath.of(target),
                false,
                Entry.UNKNOWN_SIZE);
        return names.free(request, server.connect(), number -> "TP$" + number);
    }
}
