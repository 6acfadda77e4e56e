// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Reply;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReplyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "/a b" is the current directory     | /a b
            "/a ""b"" c" is current             | /a "b" c
            "/q"uote" is the current directory  | /q"uote
            "/pub"                              | /pub
            /pub is current                     | /
            "                                   | /
            "/a\\rDELE x" is current             | /
            "/a\\0b" is current                  | /
            """)
    void readsThePathBetweenTheQuotes(String text, String path) {
        String sent = text.replace("\\r", "\r").replace("\\0", "\0");
        assertThat(PathReply.parse(new Reply(257, List.of(sent)))).hasToString(path);
    }
}
