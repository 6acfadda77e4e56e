// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"/\" is the current directory; /",
                "\"/home/me\"; /home/me",
                "\"/home/me\" is your current location; /home/me",
                "\"/with blank/and more\" ok; /with blank/and more",
                // Quotes doubled as RFC 959 asks
                "\"/q\"\"uote\" is the current directory; /q\"uote",
                "\"/a\"\" b\" is the current directory; /a\" b",
                "\"/a \"\"b\"\" c\" is current; /a \"b\" c",
                "\"/\"\"all\"\"\" is the current directory; /\"all\"",
                // and not doubled: Pure-FTPd, Apache FtpServer, inetutils
                "\"/q\"uote\" is the current directory; /q\"uote",
                "\"/end\"\" is the current directory; /end\"",
                // Words in quotes behind the path
                "\"/home\" is the folder of \"me\"; /home",
                "CWD is \"/srv\"; /srv"
            })
    void readsThePathBetweenTheQuotes(String text, String path) {
        assertThat(PathReply.parse(new Reply(257, List.of(text)))).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/home", "\"/home", "\"\" is empty", "\"", "\"/a\rb\" is current", "\"/a\0b\""})
    void isTheRootWhereNoPathIsTold(String text) {
        assertThat(PathReply.parse(new Reply(257, List.of(text)))).isEqualTo(RemotePath.ROOT);
    }

    @Test
    void isTheRootWhereTheServerRefuses() {
        assertThat(PathReply.parse(new Reply(550, List.of("\"/secret\" is not for you"))))
                .isEqualTo(RemotePath.ROOT);
    }
}
