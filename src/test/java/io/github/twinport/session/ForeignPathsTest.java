// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that write paths without slashes: every command names files and folders in the server's own way. */
class ForeignPathsTest {

    /** Lists what the map holds for the folder of the latest CWD, and refuses folders that it does not hold. */
    private static Responder server(String start, Map<String, String> folders) {
        String[] current = {""};
        return Responder.standard()
                .on("FEAT", "500 what?")
                .on("PWD", "257 \"" + start + "\" is the current directory")
                .on("CWD", (s, folder) -> {
                    current[0] = folder;
                    s.send(folders.containsKey(folder) ? "250 there" : "550 no such directory");
                })
                .on(
                        "LIST",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send(folders.getOrDefault(current[0], "")))
                                .send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send(name)).send("226 done"))
                .on("STOR", (s, name) -> s.send("150 go").data(d -> d.receive()).send("226 done"))
                .on("MKD", "257 made")
                .on("RMD", "250 gone")
                .on("DELE", "250 gone")
                .on("RNFR", "350 and now")
                .on("RNTO", "250 renamed")
                .on("SIZE", "500 what?");
    }

    @Test
    void worksOnOpenVms() {
        String work = """

                Directory DISK$USER:[ANN.WORK]

                CORE.DIR;1          1  8-SEP-2020 16:09 [ANN] (RWE,RWE,RE,RE)
                NOTES.TXT;3         4  8-SEP-2020 16:09 [ANN] (RWED,RWED,RE,)
                NOTES.TXT;2         4  7-SEP-2020 16:09 [ANN] (RWED,RWED,RE,)

                Total of 3 Files, 9 Blocks.
                """;
        String top = "ANN.DIR;1          1  8-SEP-2020 16:09 [SYSTEM] (RWE,RWE,RE,RE)\n";
        var folders = Map.of(
                "DISK$USER:[ANN.WORK]",
                work,
                "DISK$USER:[ANN.WORK.CORE]",
                "",
                "DISK$USER:[ANN]",
                "",
                "DISK$USER:[000000]",
                top);
        try (var server = ScriptedServer.startForEach(server("DISK$USER:[ANN.WORK]", folders));
                var session = TestSession.open(server)) {
            RemotePath start = session.get(client -> client.startFolder());
            assertThat(start.segments()).containsExactly("DISK$USER:", "ANN", "WORK");
            List<Entry> entries =
                    session.get(client -> client.list(start, batch -> {}).entries());
            assertThat(entries).extracting(Entry::name).containsExactly("CORE", "NOTES.TXT", "NOTES.TXT;2");
            assertThat(entries.getFirst().isFolder()).isTrue();
            session.run(client -> {
                RemotePath core = start.child("CORE");
                assertThat(client.list(core, batch -> {}).entries()).isEmpty();
                RemotePath above = RemotePath.of("DISK$USER:[ANN]").parent();
                assertThat(client.list(above, batch -> {}).entries())
                        .extracting(Entry::name)
                        .containsExactly("ANN");
                assertThat(above.parent()).isNull();
                assertThat(TestSession.retrieve(
                                client, start.child("NOTES.TXT;2").toString()))
                        .isEqualTo("DISK$USER:[ANN.WORK]NOTES.TXT;2".getBytes(UTF_8));
                TestSession.store(client, core.child("NEW.TXT").toString(), new byte[] {1});
                client.rename(core.child("NEW.TXT"), start.child("OLD.TXT"));
                client.deleteFile(start.child("OLD.TXT"));
                client.makeFolder(core.child("SUB"));
                client.removeFolder(core.child("SUB"));
                client.deleteFile(start.child("X]Y[Z"));
                assertThatThrownBy(() -> client.changeFolder(start.child("NOTHING")))
                        .isInstanceOf(Refused.class);
            });
            assertThat(server.commands())
                    .contains(
                            "CWD DISK$USER:[ANN.WORK.CORE]",
                            "CWD DISK$USER:[000000]",
                            "RETR DISK$USER:[ANN.WORK]NOTES.TXT;2",
                            "STOR DISK$USER:[ANN.WORK.CORE]NEW.TXT",
                            "RNFR DISK$USER:[ANN.WORK.CORE]NEW.TXT",
                            "RNTO DISK$USER:[ANN.WORK]OLD.TXT",
                            "DELE DISK$USER:[ANN.WORK]OLD.TXT",
                            "MKD DISK$USER:[ANN.WORK.CORE.SUB]",
                            "RMD DISK$USER:[ANN.WORK.CORE.SUB]",
                            "DELE DISK$USER:[ANN.WORK]X^]Y^[Z")
                    .doesNotContain("LIST -a");
        }
    }

    @Test
    void sendsAPathOfWindowsBackWithoutASlashBeforeIt() {
        String data = "01-02-20  10:00AM       <DIR>          sub\r\n01-02-20  10:00AM                    4 a.txt\r\n";
        var folders = Map.of("C:\\data", data, "C:\\data\\sub", "", "C:\\", "");
        try (var server = ScriptedServer.startForEach(server("C:\\data", folders));
                var session = TestSession.open(server)) {
            session.run(client -> {
                RemotePath start = client.startFolder();
                assertThat(client.list(start, batch -> {}).entries())
                        .extracting(Entry::name)
                        .containsExactlyInAnyOrder("sub", "a.txt");
                assertThat(client.list(start.child("sub"), batch -> {}).entries())
                        .isEmpty();
                assertThat(TestSession.retrieve(client, start.child("a.txt").toString()))
                        .isEqualTo("C:\\data\\a.txt".getBytes(UTF_8));
                client.changeFolder(start.parent());
                client.makeFolder(start.child("new"));
            });
            assertThat(server.commands())
                    .contains(
                            "CWD C:\\data",
                            "CWD C:\\data\\sub",
                            "RETR C:\\data\\a.txt",
                            "CWD C:\\",
                            "MKD C:\\data\\new")
                    .noneMatch(command -> command.contains("/"));
        }
    }

    @Test
    void sendsALibraryBackAsItCame() {
        var folders = Map.of("QGPL", "-rw-r--r-- 1 me us 5 Jan  2 2020 A.FILE\r\n");
        try (var server = ScriptedServer.startForEach(server("QGPL", folders));
                var session = TestSession.open(server)) {
            session.run(client -> {
                RemotePath start = client.startFolder();
                assertThat(start).hasToString("QGPL");
                assertThat(client.list(start, batch -> {}).entries())
                        .extracting(Entry::name)
                        .containsExactly("A.FILE");
                client.deleteFile(start.child("A.FILE"));
            });
            assertThat(server.commands()).contains("CWD QGPL", "DELE QGPL/A.FILE");
        }
    }

    @Test
    void worksOnDataSetsOfMvs() {
        String dataSets = """
                Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname
                SAVE01 3390   2024/06/23  1    1  FB     128  6144  PO    JCL.CNTL
                SAVE02 3390   2024/06/23  1    1  FB     128  6144  PS    DATA.INPUT
                Pseudo Directory                                          WORK
                """;
        String members = """
                 Name     VV.MM   Created       Changed      Size  Init   Mod   Id
                COMPILE   01.03 2022/09/12 2022/10/11 09:37    11    11     0 ANN
                """;
        var folders = Map.of("'ANN.'", dataSets, "'ANN.JCL.CNTL'", members, "'ANN.WORK.'", "");
        try (var server = ScriptedServer.startForEach(server("'ANN.'", folders));
                var session = TestSession.open(server)) {
            RemotePath start = session.get(client -> client.startFolder());
            assertThat(start.segments()).containsExactly("ANN.");
            assertThat(start.parent()).isNull();
            List<Entry> entries =
                    session.get(client -> client.list(start, batch -> {}).entries());
            assertThat(entries).extracting(Entry::name).containsExactly("JCL.CNTL", "DATA.INPUT", "WORK.");
            assertThat(entries).extracting(Entry::isFolder).containsExactly(true, false, true);
            session.run(client -> {
                RemotePath library = start.child("JCL.CNTL");
                assertThat(client.list(library, batch -> {}).entries())
                        .extracting(Entry::name)
                        .containsExactly("COMPILE");
                assertThat(library.parent()).isEqualTo(start);
                RemotePath work = start.child("WORK.");
                assertThat(client.list(work, batch -> {}).entries()).isEmpty();
                assertThat(TestSession.retrieve(client, library.child("COMPILE").toString()))
                        .isEqualTo("'ANN.JCL.CNTL(COMPILE)'".getBytes(UTF_8));
                assertThat(TestSession.retrieve(
                                client, start.child("DATA.INPUT").toString()))
                        .isEqualTo("'ANN.DATA.INPUT'".getBytes(UTF_8));
                TestSession.store(client, library.child("NEW").toString(), new byte[] {1});
                TestSession.store(client, work.child("OUT.DATA").toString(), new byte[] {1});
                client.rename(library.child("NEW"), library.child("OTHER"));
                client.deleteFile(library.child("OTHER"));
                client.makeFolder(work.child("LIB"));
                client.removeFolder(work.child("LIB"));
            });
            assertThat(server.commands())
                    .contains(
                            "CWD 'ANN.JCL.CNTL'",
                            "CWD 'ANN.WORK.'",
                            "STOR 'ANN.JCL.CNTL(NEW)'",
                            "STOR 'ANN.WORK.OUT.DATA'",
                            "RNFR 'ANN.JCL.CNTL(NEW)'",
                            "RNTO 'ANN.JCL.CNTL(OTHER)'",
                            "DELE 'ANN.JCL.CNTL(OTHER)'",
                            "MKD 'ANN.WORK.LIB'",
                            "RMD 'ANN.WORK.LIB'")
                    .doesNotContain("LIST -a");
        }
    }

    @Test
    void namesThatArePathsInTheServersNotationAreReported() {
        String lines = """
                [-.SECRET]PASSWORDS.TXT;1   4  8-SEP-2020 16:09 [ANN] (RWED,RWED,RE,)
                GOOD.TXT;1                  4  8-SEP-2020 16:09 [ANN] (RWED,RWED,RE,)
                """;
        try (var server = ScriptedServer.startForEach(server("D:[A]", Map.of("D:[A]", lines)));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.of("D:[A]"), batch -> {}));
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("GOOD.TXT");
            assertThat(listing.unparsed()).singleElement().asString().startsWith("[-.SECRET]");
        }
    }
}
