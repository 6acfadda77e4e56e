// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that a server repeats, or that is typed in the wrong place, is shown and stored nowhere. */
class RepeatedPasswordTest {

    private static final String SECRET = "s3cret-pw";

    @TempDir
    Path folder;

    private Shell shell;
    private Path profile;

    @BeforeEach
    void open() {
        profile = folder.resolve("profile");
        shell = new Shell(profile);
    }

    static Stream<String> answers() {
        return Stream.of(
                "530 user ada with password " + SECRET + " rejected",
                "530-user ada, S3CRET-PW\r\n530 rejected",
                "530-user ada, s3cre\r\n530-t-pw\r\n530 rejected",
                "530 password=s3cret%2Dpw",
                "421 " + SECRET + " is wrong, good bye",
                "530 too many connections for " + SECRET);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aRefusedLoginDoesNotShowIt(String answer) {
        Responder echo = Responder.standard().on("PASS", (s, secret) -> s.sendRaw(answer + "\r\n"));
        for (String option : new String[] {"--log", "--json"}) {
            try (var server = ScriptedServer.startForEach(echo)) {
                assertThat(shell.run("ls", option, url(server, "/"))).isBetween(1, 4);
                assertThat(shell.all())
                        .contains("********")
                        .doesNotContainIgnoringCase(SECRET)
                        .doesNotContain("s3cre", "t-pw", "%2Dpw");
            }
        }
    }

    @Test
    void aFailedTransferDoesNotShowOrStoreIt() throws IOException {
        Responder echo = Responder.standard()
                .on("CWD", "550 no folder")
                .on("SIZE", "213 5")
                .on("MDTM", "550 no")
                .on("RETR", "550 ada:" + SECRET + " may not read");
        try (var server = ScriptedServer.startForEach(echo)) {
            assertThat(shell.run("get", "--json", url(server, "/a.txt"), folder.resolve("here")))
                    .isEqualTo(1);
        }
        assertThat(shell.all()).contains("********").doesNotContain(SECRET);
        try (Stream<Path> files = Files.list(profile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }

    @Test
    void aProxyThatRepeatsItsPasswordDoesNotShowIt() {
        String encoded = Base64.getEncoder().encodeToString(("bert:" + SECRET).getBytes(StandardCharsets.UTF_8));
        try (var proxy = ScriptedServer.startForEach(s -> s.expectPrefix("CONNECT ")
                .expectPrefix("Host: ")
                .expect("Proxy-Authorization: Basic " + encoded)
                .expect("")
                .sendRaw("HTTP/1.1 407 not " + SECRET + " " + encoded + "\r\n\r\n"))) {
            String url = "http://bert:" + SECRET + "@" + proxy.host() + ":" + proxy.port();
            assertThat(shell.run("ls", "--log", "--proxy", url, "ftp://127.0.0.1:9/"))
                    .isEqualTo(3);
        }
        assertThat(shell.err()).contains("407 not ********").doesNotContain(SECRET, encoded.replace("=", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "site", "open", "account", "combined"})
    void anFtpProxyThatRepeatsAPasswordDoesNotShowIt(String method) {
        Responder echo = Responder.standard()
                .on("PASS", (s, secret) -> s.send("530 " + secret + " and pr0xy-pw refused"))
                .on("SITE", "500 no pr0xy-pw")
                .on("OPEN", "500 no pr0xy-pw");
        try (var proxy = ScriptedServer.startForEach(echo)) {
            String url = method + "://bert:pr0xy-pw@" + proxy.host() + ":" + proxy.port();
            assertThat(shell.run("ls", "--log", "--ftp-proxy", url, "ftp://ada:" + SECRET + "@127.0.0.1:9/"))
                    .isEqualTo(4);
        }
        assertThat(shell.err()).contains("********").doesNotContain(SECRET, "pr0xy-pw");
    }

    @Test
    void aPathIsShownEvenWhereItHoldsThePassword() {
        Responder echo = Responder.standard()
                .on("PWD", "257 \"/home/ftp\" is current")
                .on("CWD", (s, path) -> s.send("550 " + path + ": no such folder, ftp"))
                .on("SIZE", (s, path) -> s.send("550 " + path + ": no such file"));
        try (var server = ScriptedServer.startForEach(echo)) {
            String url = "ftp://ada:ftp@" + server.host() + ":" + server.port();
            shell.run("hash", "--log", url + "/ftp/ftp.txt");
            assertThat(shell.err())
                    .contains("/home/ftp")
                    .contains("/ftp/ftp.txt")
                    .doesNotContain("/********");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls site:ada:s3cret-pw@host",
                "ls ada:s3cret-pw@host",
                "ls ftp://ada:s3cret-pw",
                "ls ftp://ada:s3cret-pw:21/",
                "ls site:ada:s3cret-pw@host/%zz",
                "put ada:s3cret-pw@host ftp://127.0.0.1:1/",
                "put ftp://ada:s3cret-pw@host ftp://bert:s3cret-pw@127.0.0.1:1/",
                "put ftp://bert:s3cret-pw@127.0.0.1:1/ ftp://ada:s3cret-pw@",
                "get ftp://127.0.0.1:1/a ftp://ada:s3cret-pw@host/",
                "get --json ftp://127.0.0.1:1/a ada:s3cret-pw@host",
                "mirror ftp://ada:s3cret-pw@127.0.0.1:1/ ftp://bert:s3cret-pw@127.0.0.1:1/",
                "mirror ada:s3cret-pw@host ftp://127.0.0.1:1/",
                "mv ftp://ada@127.0.0.1:1/a ftp://ada:s3cret-pw@127.0.0.1:1/b",
                "rm ada:s3cret-pw@host",
                "mkdir site:ada:s3cret-pw@host",
                "hash ftp://ada@host:s3cret-pw/x",
                "password set ada:s3cret-pw@host",
                "ls --proxy socks5://ada:s3cret-pw@@@ ftp://127.0.0.1:1/",
                "ls --ftp-proxy user:ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "ls --trust ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "ls --tls-version ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "get --jobs ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "get --order ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "get --rename-pattern ada:s3cret-pw@h ftp://127.0.0.1:1/",
                "ls ftp://127.0.0.1:1/ ada:s3cret-pw@host",
                "ada:s3cret-pw@host"
            })
    void whatIsTypedInTheWrongPlaceIsNotShown(String line) {
        shell.environment.put("TWINPORT_PASSWORD", "other");
        if (HeadlessCommands.areMeant(List.of(line.split(" ")))) {
            assertThat(shell.run((Object[]) line.split(" "))).isNotZero();
            assertThat(shell.all()).isNotBlank().doesNotContain(SECRET);
        }
    }

    @Test
    void aPasswordWithBlanksIsNotShownEither() {
        shell.run("put", "ada:s3cret pw with blanks@host", "ftp://127.0.0.1:1/");
        assertThat(shell.all()).contains("ada:***@host");
        shell.run("ls", "--jobs=ada:s3cret pw with blanks@host", "ftp://127.0.0.1:1/");
        assertThat(shell.all()).doesNotContain("s3cret");
    }

    private static String url(ScriptedServer server, String path) {
        return "ftp://ada:" + SECRET + "@" + server.host() + ":" + server.port() + path;
    }
}
