// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links of servers, of which some never end. */
class RemoteLinksTest {

    /** /x/l leads to /y, and /y/m to /x; /x/self to /x; /x/top to /; /x/d to /z. */
    private static final Map<String, String> REAL = Map.ofEntries(
            Map.entry("/", "/"),
            Map.entry("/x", "/x"),
            Map.entry("/y", "/y"),
            Map.entry("/x/l", "/y"),
            Map.entry("/y/m", "/x"),
            Map.entry("/x/l/m", "/x"),
            Map.entry("/x/self", "/x"),
            Map.entry("/x/top", "/"),
            Map.entry("/x/d", "/z"),
            Map.entry("/closed/d", "/z"),
            Map.entry("/closed/back", "/closed"),
            Map.entry("/x/hidden", "/x/hidden"));

    @ParameterizedTest
    @CsvSource({
        "/x/l, FOLDER",
        "/y/m, FOLDER",
        "/x/l/m, LOOP",
        "/x/self, LOOP",
        "/x/top, LOOP",
        "/x/d, FOLDER",
        "/closed/d, FOLDER",
        "/closed/back, LOOP",
        "/x/hidden, UNCERTAIN",
        "/x/file, FILE"
    })
    void areFoldersOnlyWhereThatHasAnEnd(String link, RemoteLinks.Kind kind) throws IOException {
        assertThat(new RemoteLinks(RemoteLinksTest::enter).kind(RemotePath.of(link)))
                .isEqualTo(kind);
    }

    @Test
    void areAskedForOnceMoreWhereTheServerCannotTellJustNow() throws IOException {
        AtomicInteger questions = new AtomicInteger();
        RemoteLinks links = new RemoteLinks(folder -> {
            if (questions.getAndIncrement() == 0) {
                throw new FtpException.Refused("CWD " + folder, new Reply(450, List.of("450 not now")));
            }
            return enter(folder);
        });

        assertThat(links.kind(RemotePath.of("/x/l"))).isEqualTo(RemoteLinks.Kind.FOLDER);
    }

    private static RemotePath enter(RemotePath folder) throws IOException {
        String real = REAL.get(folder.toString());
        if (real == null) {
            throw new FtpException.Refused("CWD " + folder, new Reply(550, List.of("550 no")));
        }
        return RemotePath.of(real);
    }
}
