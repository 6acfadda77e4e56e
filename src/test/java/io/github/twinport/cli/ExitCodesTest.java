// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FaultProxy;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands end that cannot do what they are asked for, and what they never show. */
class ExitCodesTest {

    private static final String SECRET = "s3cret-pw";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("no profile"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls",
                "ls nothing",
                "ls ftp://ada:s3cret-pw@host:port/",
                "ls ftp://ada:s3cret-pw@/x",
                "ls ada:s3cret-pw@host",
                "ls sftp://ada:s3cret-pw@host",
                "ls ftp://ada:s3cret/-pw@host",
                "ls ftp://ada:s3cret-pw@h/ ftp://ada:s3cret-pw@h/ too many",
                "ls --bogus ftp://ada:s3cret-pw@h/",
                "ls --bogus=ftp://ada:s3cret-pw@h/",
                "ls --tls-version 2.0 ftp://ada:s3cret-pw@h/",
                "ls --trust 12:34 ftp://ada:s3cret-pw@h/",
                "get --jobs many ftp://ada:s3cret-pw@h/",
                "get --if-exists ask ftp://ada:s3cret-pw@h/",
                "put a b",
                "put a ftp://ada:s3cret-pw@h/ ftp://ada:s3cret-pw@h/b",
                "put ftp://ada:s3cret-pw@h/ a ftp://ada:s3cret-pw@h/b",
                "mirror a b",
                "mirror ftp://ada:s3cret-pw@h/ ftp://ada:s3cret-pw@h/",
                "mv ftp://ada:s3cret-pw@h/a ../a/"
            })
    void aWrongCommandLineIsExplainedWithoutItsPassword(String line) {
        assertThat(shell.run(List.of(line.split(" ", -1)).toArray())).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("twinport: ").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get --limit-rate 0|such as 500K",
                "get --limit-rate fast|such as 500K",
                "get --jobs 0|from 1 to 64",
                "get --jobs 99999999999999999999|from 1 to 64",
                "get --max-entries many|is not a whole number",
                "get --max-entries 0|from 1 on",
                "get --max-entries -99999999999999999999|from 1 on",
                "get --order best|neither listed nor small"
            })
    void aWrongValueIsToldWithWhatIsAllowed(String line, String allowed) {
        List<Object> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.add("ftp://h/");
        assertThat(shell.run(words.toArray())).isEqualTo(2);
        assertThat(shell.err()).contains(allowed).doesNotContain("is not a long");
    }

    @Test
    void aCountMayBeLargerThanAnyOther() {
        assertThat(new CountReader().convert("99999999999999999999")).isEqualTo(Long.MAX_VALUE);
        assertThat(new CountReader().convert("12")).isEqualTo(12);
        assertThat(shell.run("mirror", "--max-delete=few", "ftp://h/", folder)).isEqualTo(2);
        assertThat(shell.err()).contains("“few” is not a whole number");
    }

    @Test
    void aMissingCertificateIsToldBeforeItsPasswordIsAskedFor() {
        shell.typing("unused");
        assertThat(shell.run("ls", "--client-certificate", folder.resolve("nope"), "ftpes://h/"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("There is no file", "nope");
        assertThat(shell.prompts()).isZero();
    }

    @Test
    void whatWasNamedAndIsNoFileFailsAndTheOthersArrive() throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        Path file = Files.writeString(folder.resolve("file"), "content");
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        try (var server = ApacheServer.start(served)) {
            String url = "ftp://test:" + ApacheServer.PASSWORD + "@127.0.0.1:" + server.port() + "/";
            for (String device : List.of("/dev/zero", fifo.toString())) {
                assertThat(shell.run("put", device, url)).as(shell::all).isEqualTo(1);
                assertThat(shell.err()).contains(device + " is neither a file nor a folder");
                assertThat(shell.run("put", "--dry-run", device, url))
                        .as(shell::all)
                        .isEqualTo(1);
            }
            assertThat(shell.run("put", fifo, file, url)).as(shell::all).isEqualTo(1);
            assertThat(served.resolve("file")).hasContent("content");
        }
    }

    @Test
    void nobodyListensThere() {
        int port = unusedPort(folder);

        assertThat(shell.run("ls", "ftp://ada:" + SECRET + "@127.0.0.1:" + port))
                .isEqualTo(3);
        assertThat(shell.err()).contains("127.0.0.1:" + port).doesNotContain(SECRET);
        assertThat(shell.run("get", "--json", "ftp://ada:" + SECRET + "@127.0.0.1:" + port + "/a", folder))
                .isEqualTo(3);
        assertThat(shell.json()).singleElement().satisfies(event -> {
            assertThat(event.path("event").asString()).isEqualTo("error");
            assertThat(event.path("exit").asInt()).isEqualTo(3);
        });
        assertThat(shell.all()).doesNotContain(SECRET);
    }

    @Test
    void aRefusedLogin() {
        try (var server = ApacheServer.start(folder)) {
            String url = "ftp://test:" + SECRET + "@127.0.0.1:" + server.port() + "/";
            for (List<Object> command : List.<List<Object>>of(
                    List.of("ls", "--log", url), List.of("put", "--json", folder.resolve("."), url))) {
                assertThat(shell.run(command.toArray())).isEqualTo(4);
                assertThat(shell.all()).isNotEmpty().doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aPersonIsAskedForThePassword() {
        try (var server = ApacheServer.start(folder)) {
            shell.typing(ApacheServer.PASSWORD);
            assertThat(shell.run("ls", "ftp://test@127.0.0.1:" + server.port())).isZero();
            assertThat(shell.prompt()).contains("test", "127.0.0.1:" + server.port());
        }
    }

    @Test
    void theConversationIsShownWithTheNumberOfItsConnection() {
        try (var server = ApacheServer.start(folder)) {
            assertThat(shell.run("ls", "--log", "ftp://test:test@127.0.0.1:" + server.port()))
                    .isZero();
            assertThat(shell.err().lines()).contains("1 USER test", "1 PASS ********");
        }
    }

    @Test
    void withoutAPersonThePasswordMustBeGiven() {
        try (var server = ApacheServer.start(folder)) {
            assertThat(shell.run("ls", "ftp://test@127.0.0.1:" + server.port())).isEqualTo(4);
            assertThat(shell.err()).contains("TWINPORT_PASSWORD");
        }
    }

    @Test
    void anUnknownCertificateIsNamedByItsFingerprintAndAcceptedByIt() throws Exception {
        var options = ApacheServer.Options.of(Security.EXPLICIT_TLS).identity(TestCertificates.Identity.SELF_SIGNED);
        String fingerprint = fingerprint(TestCertificates.Identity.SELF_SIGNED);
        try (var server = ApacheServer.start(folder, options)) {
            String url = "ftpes://test:test@127.0.0.1:" + server.port();

            assertThat(shell.run("ls", url)).isEqualTo(5);
            assertThat(shell.err()).contains(fingerprint).contains("--trust");
            assertThat(shell.run("ls", "--trust", fingerprint, url))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.run(
                            "ls",
                            "--tls-version=1.2",
                            "--trust=SHA256:" + fingerprint.replace(":", "").toLowerCase(Locale.ROOT),
                            url))
                    .as(shell::all)
                    .isZero();
            String other = fingerprint(TestCertificates.Identity.VALID);
            assertThat(shell.run("ls", "--trust", other, url)).isEqualTo(5);
            assertThat(shell.run("ls", "--insecure", url)).isZero();
        }
    }

    @Test
    void aCertificateThatWasAcceptedInTheWindowIsAccepted() throws Exception {
        var options = ApacheServer.Options.of(Security.EXPLICIT_TLS).identity(TestCertificates.Identity.SELF_SIGNED);
        Path profile = Files.createDirectory(folder.resolve("profile"));
        try (var server = ApacheServer.start(folder, options)) {
            String url = "ftpes://test:test@127.0.0.1:" + server.port();
            assertThat(shell.run("ls", "--profile", profile, url)).isEqualTo(5);
            try (Database database = Database.open(profile)) {
                new KnownCertificates(database, Clock.systemUTC())
                        .remember(
                                new Server("127.0.0.1", server.port(), Security.EXPLICIT_TLS),
                                fingerprint(TestCertificates.Identity.SELF_SIGNED));
            }
            assertThat(shell.run("ls", "--profile", profile, url))
                    .as(shell::all)
                    .isZero();
        }
    }

    @Test
    void anInterruptedCommandDoesNotWaitForTheServer() {
        Responder silent = Responder.standard().on("CWD", (s, argument) -> {
            shell.interruption.request();
            s.receiveOrEnd();
        });
        try (var server = ScriptedServer.startForEach(silent)) {
            assertThat(shell.run("ls", "ftp://127.0.0.1:" + server.port() + "/a"))
                    .isEqualTo(130);
            assertThat(shell.err()).contains("Interrupted");
        }
    }

    @Test
    void anInterruptedTransferGoesOnWithTheSameCommand() throws Exception {
        Path served = Files.createDirectories(folder.resolve("served/src"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(served.resolve("file" + i), "content " + i);
        }
        try (var server = ApacheServer.start(folder.resolve("served"))) {
            Object[] command = {
                "get",
                "--json",
                "--jobs",
                1,
                "ftp://test:test@127.0.0.1:" + server.port() + "/src",
                folder.resolve("to")
            };
            assertThat(shell.interruptingAt("\"done\"").run(command)).isEqualTo(130);
            assertThat(shell.json().getLast().path("exit").asInt()).isEqualTo(130);

            Shell again = new Shell(folder.resolve("no profile"));
            assertThat(again.run(command)).as(again::all).isZero();
        }
        for (int i = 0; i < 200; i++) {
            assertThat(folder.resolve("to/src/file" + i)).hasContent("content " + i);
        }
        assertThat(folder.resolve("to/src")).isDirectoryNotContaining("glob:**twinport-part");
    }

    @Test
    void aServerThatGoesInTheMiddleAndDoesNotComeBack() throws Exception {
        AtomicReference<FaultProxy> way = new AtomicReference<>();
        Responder dying = Responder.standard()
                .on("CWD", "550 no folder")
                .on("SIZE", "213 1000")
                .on("MDTM", "213 20250304050607")
                .on("RETR", (s, name) -> {
                    FaultProxy proxy = Objects.requireNonNull(way.get());
                    s.send("150 coming").data(d -> d.send("half of it"));
                    proxy.stopListening();
                    proxy.cutNow(FaultProxy.Cut.RESET);
                });
        try (var server = ScriptedServer.startForEach(dying);
                var proxy = FaultProxy.before(server.host(), server.port())) {
            way.set(proxy);
            int code = shell.run(
                    "get", "--json", "ftp://test:test@127.0.0.1:" + proxy.port() + "/file", folder.resolve("to"));

            assertThat(code).as(shell::all).isEqualTo(3);
            assertThat(shell.json().getLast().path("failed").asInt())
                    .as(shell::all)
                    .isEqualTo(1);
        }
    }

    @Test
    void aServerWithoutRoomEndsTheCommandWhichGoesOnLater() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        Responder server = Responder.standard()
                .on("SIZE", "550 no")
                .on("MKD", "550 exists")
                .on(
                        "STOR",
                        (s, name) ->
                                s.send("150 go").data(d -> d.receive()).send(full.get() ? "452 disk full" : "226 done"))
                .on("MFMT", "213 done")
                .on("RNFR", "350 to?")
                .on("RNTO", "250 done");
        Files.writeString(folder.resolve("file"), "content");
        try (var scripted = ScriptedServer.startForEach(server)) {
            Object[] command = {"put", folder.resolve("file"), "ftp://test:test@127.0.0.1:" + scripted.port() + "/"};
            assertThat(shell.run(command)).as(shell::all).isEqualTo(1);
            assertThat(shell.err()).contains("no room left on the server").contains("then retry");

            full.set(false);
            assertThat(shell.run(command)).as(shell::all).isZero();
        }
    }

    private static int unusedPort(Path folder) {
        try (var server = ApacheServer.start(folder)) {
            return server.port();
        }
    }

    private static String fingerprint(TestCertificates.Identity identity) throws Exception {
        byte[] encoded = TestCertificates.get().certificate(identity).getEncoded();
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }
}
