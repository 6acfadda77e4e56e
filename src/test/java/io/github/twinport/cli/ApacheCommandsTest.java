// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each command against a server without TLS. */
class ApacheCommandsTest {

    private static final Instant TIME = Instant.parse("2025-03-04T05:06:07Z");

    @TempDir
    Path folder;

    private Path served;
    private Path local;
    private ApacheServer server;
    private Shell shell;
    private String url;

    @BeforeEach
    void start() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        local = Files.createDirectory(folder.resolve("local"));
        server = ApacheServer.start(served);
        shell = new Shell(folder.resolve("no profile"));
        shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
        url = "ftp://test@" + server.host() + ":" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsAFolder() throws IOException {
        write(served.resolve("two words"), "12345");
        Files.createDirectory(served.resolve("sub"));

        assertThat(shell.run("ls", url)).isZero();

        assertThat(shell.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("- +5 2025-03-04 .* two words"))
                .anyMatch(line -> line.matches("d .* sub/"));
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void listsOneFileAsJson() throws IOException {
        write(served.resolve("a ü.txt"), "12345");

        assertThat(shell.run("ls", "--json", url + "/a%20%C3%BC.txt")).isZero();

        assertThat(shell.json()).singleElement().satisfies(entry -> {
            assertThat(text(entry, "event")).isEqualTo("entry");
            assertThat(text(entry, "name")).isEqualTo("a ü.txt");
            assertThat(text(entry, "path")).isEqualTo("/a ü.txt");
            assertThat(text(entry, "kind")).isEqualTo("file");
            assertThat(entry.get("size").asLong()).isEqualTo(5);
            assertThat(text(entry, "modified")).startsWith("2025-03-04T05:06");
        });
    }

    @Test
    void failsForAFolderThatIsNotThere() {
        assertThat(shell.run("ls", url + "/nowhere")).isEqualTo(1);
        assertThat(shell.err()).startsWith("twinport: ").contains("/nowhere");
    }

    @Test
    void aFolderArrivesUnderItsOwnNameBothWays() throws IOException {
        write(local.resolve("src/a"), "a");
        write(local.resolve("src/in ner/ü #50%"), "b");
        Files.createDirectories(local.resolve("src/empty"));
        write(local.resolve("single"), "c");

        assertThat(shell.run("put", local.resolve("src"), local.resolve("single"), url + "/new/up"))
                .as(shell::all)
                .isZero();
        assertThat(shell.out()).startsWith("3 files transferred");
        assertThat(shell.run("get", url + "/new/up/src", local.resolve("back")))
                .as(shell::all)
                .isZero();
        assertThat(shell.run("get", url + "/new/up/single", local.resolve("back")))
                .isZero();

        assertThat(served.resolve("new/up/src/a")).hasContent("a");
        assertThat(local.resolve("back/src/in ner/ü #50%")).hasContent("b");
        assertThat(local.resolve("back/src/empty")).isEmptyDirectory();
        assertThat(local.resolve("back/single")).hasContent("c");
    }

    @Test
    void mirrorsIntoTheTargetItselfAndLeavesAloneWhatIsTheSame() throws IOException {
        write(local.resolve("src/a"), "a");
        write(local.resolve("src/sub/b"), "b");

        assertThat(shell.run("mirror", local.resolve("src"), url + "/copy")).isZero();
        assertThat(shell.run("mirror", url + "/copy", local.resolve("back"))).isZero();
        assertThat(local.resolve("back/sub/b")).hasContent("b");

        write(served.resolve("copy/a"), "longer");
        assertThat(shell.run("mirror", url + "/copy", local.resolve("back"))).isZero();
        assertThat(shell.out()).startsWith("1 file transferred").contains("1 left alone");
        assertThat(local.resolve("back/a")).hasContent("longer");
    }

    @Test
    void theRuleForExistingFilesCanBeChosen() throws IOException {
        write(served.resolve("a"), "their");
        write(local.resolve("a"), "other");

        assertThat(shell.run("get", "--if-exists", "skip", url + "/a", local)).isZero();
        assertThat(local.resolve("a")).hasContent("other");
        assertThat(shell.run("get", "--if-exists=rename", url + "/a", local)).isZero();
        assertThat(local.resolve("a (2)")).hasContent("their");
        assertThat(shell.run("get", "--if-exists", "OVERWRITE", url + "/a", local))
                .isZero();
        assertThat(local.resolve("a")).hasContent("their");
    }

    @Test
    void resumesAShorterFile() throws IOException {
        String content = "0123456789".repeat(10_000);
        write(served.resolve("a"), content);
        write(local.resolve("a"), content.substring(0, 70_000));

        assertThat(shell.run("get", "--resume", "--json", url + "/a", local)).isZero();
        assertThat(local.resolve("a")).hasContent(content);
        assertThat(shell.run("get", "--resume", url + "/a", local)).isZero();
        assertThat(shell.out()).startsWith("No files transferred").contains("1 left alone");
    }

    @Test
    void comparesWithTheDigestOfTheServerWhereThatIsAskedFor() throws IOException {
        String digestCommand = "(?m)^\\d+ (> )?(HASH|XSHA\\w*|XMD5|XCRC|MD5) ";
        write(served.resolve("a"), "their");

        assertThat(shell.run("get", "--log", url + "/a", local)).isZero();
        assertThat(shell.err()).contains("RETR").doesNotContainPattern(digestCommand);
        assertThat(shell.run("get", "--log", "--verify=always", "--if-exists=overwrite", url + "/a", local))
                .isZero();
        assertThat(shell.err()).contains("RETR").containsPattern(digestCommand);
        assertThat(shell.run("get", "--verify=sometimes", url + "/a", local)).isEqualTo(2);
    }

    @Test
    void logsInOnlyOnceForOneConnection() throws IOException {
        write(local.resolve("a"), "text");

        assertThat(shell.run("put", "--jobs=1", "--log", local.resolve("a"), url + "/up"))
                .isZero();
        assertThat(shell.err()).containsOnlyOnce("USER test").contains("QUIT");
        assertThat(shell.run("get", "--jobs=1", "--log", url + "/up", local.resolve("back")))
                .isZero();
        assertThat(shell.err()).containsOnlyOnce("USER test").contains("QUIT");
        assertThat(shell.run("mirror", "--jobs=1", "--log", url + "/up", local.resolve("mirrored")))
                .isZero();
        assertThat(shell.err()).containsOnlyOnce("USER test").contains("QUIT");
        assertThat(local.resolve("mirrored/a")).hasContent("text");
    }

    @Test
    void tellsEachFileAsJson() throws IOException {
        write(served.resolve("src/a"), "abc");
        write(served.resolve("src/b"), "defg");

        assertThat(shell.run("get", "--json", url + "/src", local)).isZero();

        List<JsonNode> events = shell.json();
        assertThat(events)
                .filteredOn(event -> text(event, "event").equals("file"))
                .extracting(event -> text(event, "remote"))
                .containsExactlyInAnyOrder("/src/a", "/src/b");
        JsonNode summary = events.getLast();
        assertThat(text(summary, "event")).isEqualTo("summary");
        assertThat(summary.get("done").asInt()).isEqualTo(2);
        assertThat(summary.get("bytes").asLong()).isEqualTo(7);
    }

    @Test
    void theSameCommandAgainGoesOnWithWhatIsMissing() throws IOException {
        write(served.resolve("src/a"), "a");
        write(served.resolve("src/b"), "b");
        assertThat(shell.run("get", url + "/src", local)).isZero();
        Files.delete(local.resolve("src/b"));

        assertThat(shell.run("get", url + "/src", local)).isZero();

        assertThat(shell.out()).startsWith("1 file transferred").contains("1 left alone");
        assertThat(local.resolve("src/b")).hasContent("b");
    }

    @Test
    void someFailedIsAnExitCodeOfItsOwn() throws IOException {
        write(local.resolve("src/a"), "a");
        write(local.resolve("src/b"), "b");
        Files.createDirectories(served.resolve("src/b"));

        assertThat(shell.run("put", "--json", local.resolve("src"), url)).isEqualTo(1);

        assertThat(served.resolve("src/a")).hasContent("a");
        assertThat(shell.json())
                .filteredOn(event -> text(event, "event").equals("file")
                        && text(event, "state").equals("failed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(text(event, "what")).isNotBlank();
                    assertThat(event.path("attempts").asInt()).isPositive();
                });
    }

    @Test
    void aMissingLocalFileDoesNotKeepTheOthersBack() throws IOException {
        write(local.resolve("a"), "a");

        assertThat(shell.run("put", local.resolve("missing"), local.resolve("a"), url + "/up"))
                .isEqualTo(1);

        assertThat(served.resolve("up/a")).hasContent("a");
        assertThat(shell.err()).contains("missing");
    }

    @Test
    void getFailsForAFileThatIsNotThere() {
        assertThat(shell.run("get", url + "/missing", local)).isEqualTo(1);
        assertThat(shell.err()).contains("There is no /missing on the server.");
        assertThat(local).isEmptyDirectory();
    }

    @Test
    void makesMovesAndRemoves() throws IOException {
        assertThat(shell.run("mkdir", url + "/one")).isZero();
        assertThat(served.resolve("one")).isDirectory();
        assertThat(shell.run("mkdir", url + "/one")).isEqualTo(1);
        write(served.resolve("one/a"), "a");
        write(served.resolve("b"), "b");

        assertThat(shell.run("mv", url + "/b", "c")).isZero();
        assertThat(served.resolve("c")).hasContent("b");
        assertThat(shell.run("mv", url + "/c", "/one")).isZero();
        assertThat(served.resolve("one/c")).hasContent("b");
        assertThat(shell.run("mv", url + "/one/c", "a")).isEqualTo(1);
        assertThat(shell.err()).contains("/one/a exists already");
        assertThat(served.resolve("one/a")).hasContent("a");

        assertThat(shell.run("rm", url + "/one")).isEqualTo(1);
        assertThat(shell.err()).contains("--recursive");
        assertThat(shell.run("rm", "--recursive", "--dry-run", url + "/one")).isZero();
        assertThat(shell.out().lines())
                .containsExactlyInAnyOrder("Would delete /one/a", "Would delete /one/c", "Would delete /one/");
        assertThat(served.resolve("one/a")).exists();
        assertThat(shell.run("rm", url + "/one/a")).isZero();
        assertThat(shell.run("rm", "-r", url + "/one")).isZero();
        assertThat(served).isEmptyDirectory();
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        write(served.resolve("a"), "a");

        assertThat(shell.run("mkdir", "--dry-run", url + "/b")).isZero();
        assertThat(shell.run("mv", "--dry-run", "--json", url + "/a", "b")).isZero();

        assertThat(shell.json()).singleElement().satisfies(event -> {
            assertThat(text(event, "to")).isEqualTo("/b");
            assertThat(event.get("planned").asBoolean()).isTrue();
        });
        assertThat(served).isDirectoryContaining(path -> path.endsWith("a")).isDirectoryNotContaining("glob:**b");
    }

    @Test
    void hashesAFile() throws IOException {
        write(served.resolve("a"), "hello");

        assertThat(shell.run("hash", url + "/a")).as(shell::all).isZero();

        assertThat(shell.all())
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("5d41402abc4b2a76b9719d911017c592"),
                        text -> assertThat(text)
                                .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -r", "mkdir", "hash"})
    void refusesTheRoot(String command) {
        List<String> words = List.of((command + " " + url + "/").split(" ", -1));
        assertThat(shell.run(words.toArray())).isEqualTo(2);
        assertThat(served).exists();
    }

    @Test
    void showsProgressOnATerminalOnly() throws IOException {
        write(served.resolve("a"), "a");
        assertThat(shell.run("get", url + "/a", local)).isZero();
        assertThat(shell.err()).isEmpty();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(TIME));
    }

    private static String text(JsonNode event, String name) {
        return event.path(name).asString();
    }
}
