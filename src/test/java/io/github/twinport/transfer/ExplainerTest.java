// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.i18n.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {

    private final Explainer explainer = new Explainer(Messages.forLocale(Locale.ENGLISH));

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasOneSentenceAndAnAdvice(Throwable failure, String said) {
        Explanation explanation = explainer.explain(failure);

        assertThat(explanation.what()).contains(said).doesNotContain("{", "}");
        assertThat(explanation.advice()).endsWith(".").doesNotContain("{", "}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new FtpException.UnknownHost("ftp.example.org", null), "no host named ftp.example.org"),
                Arguments.of(unreachable(Phase.CONNECT), "No connection to host:21"),
                Arguments.of(unreachable(Phase.DATA_CONNECT), "No data connection to host:21"),
                Arguments.of(new FtpException.ServiceRefused(reply(421, "Too many")), "421 Too many"),
                Arguments.of(new FtpException.ServiceEnded(reply(421, "Idle")), "ended the connection: 421 Idle"),
                Arguments.of(
                        new FtpException.EndUnconfirmed(5, new FtpException.ConnectionLost(Phase.FINAL_REPLY, null)),
                        "before the server confirmed"),
                Arguments.of(
                        new FtpException.PipelineBroken(new FtpException.ConnectionLost(Phase.REPLY, null)),
                        "instead of answering"),
                Arguments.of(new FtpException.LoginRefused(reply(530, "Wrong")), "refused the login: 530 Wrong"),
                Arguments.of(refused(425), "data connection"),
                Arguments.of(refused(426), "data connection"),
                Arguments.of(refused(450), "just now"),
                Arguments.of(refused(452), "no room left on the server"),
                Arguments.of(refused(552), "no room left on the server"),
                Arguments.of(refused(502), "does not know STOR /x"),
                Arguments.of(refused(530), "login may not do STOR /x"),
                Arguments.of(refused(550), "refused STOR /x: 550 text"),
                Arguments.of(refused(553), "refused STOR /x: 553 text"),
                Arguments.of(refused(551), "refused STOR /x: 551 text"),
                Arguments.of(new FtpException.TlsFailed("AUTH refused", null), "AUTH refused"),
                Arguments.of(new FtpException.CertificateRejected("expired", null), "certificate was not accepted"),
                Arguments.of(new FtpException.ProtocolViolation("junk"), "junk"),
                Arguments.of(new FtpException.Incomplete(1000, 10), "1,000 bytes, but 10"),
                Arguments.of(new FtpException.Cancelled(), "cancelled"),
                Arguments.of(new TransferException.TargetIsFolder("a"), "folder named a"),
                Arguments.of(new TransferException.TargetIsFile("a"), "file named a"),
                Arguments.of(new TransferException.TargetIsLonger("a"), "longer"),
                Arguments.of(new TransferException.ContentDiffers("a"), "not the beginning"),
                Arguments.of(new TransferException.NameCannotBeSent("a\nb"), "a\\u000Ab"),
                Arguments.of(new NoSuchFileException("/a"), "/a is not there"),
                Arguments.of(new AccessDeniedException("/a"), "no permission for /a"),
                Arguments.of(new FileAlreadyExistsException("/a"), "/a exists"),
                Arguments.of(new NotDirectoryException("/a"), "/a is a file"),
                Arguments.of(new DirectoryNotEmptyException("/a"), "/a on this computer is not empty"),
                Arguments.of(new FileSystemLoopException("/a"), "/a is a link"),
                Arguments.of(new FileSystemException("/a", null, "Read-only file system"), "can only be read"),
                Arguments.of(new FileSystemException("/a", null, "File name too long"), "cannot hold"),
                Arguments.of(new FileSystemException("/a", null, "Input/output error"), "Input/output error"),
                Arguments.of(new FileSystemException("/a", null, "No space left on device"), "disk is full"),
                Arguments.of(new IOException("No space left on device"), "disk is full"),
                Arguments.of(new InvalidPathException("a\u0007", "bad"), "a\\u0007"),
                Arguments.of(new ReadOnlyFileSystemException(), "can only be read"),
                Arguments.of(new IOException("broken"), "broken"),
                Arguments.of(new IllegalStateException("odd"), "odd"),
                Arguments.of(new IllegalStateException(), "IllegalStateException"),
                Arguments.of(new CompletionException(new NoSuchFileException("/a")), "/a is not there"),
                Arguments.of(new ExecutionException(new NoSuchFileException("/a")), "/a is not there"));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseOfATimeoutAndALossIsExplained(Phase phase) {
        Explanation slow = explainer.explain(new FtpException.TimedOut(phase, null));
        Explanation lost = explainer.explain(new FtpException.ConnectionLost(phase, null));

        assertThat(List.of(slow.what(), slow.advice(), lost.what(), lost.advice()))
                .allSatisfy(text -> assertThat(text).endsWith("."));
    }

    @Test
    void whatAServerSaysCannotActOnTheScreen() {
        Explanation explanation =
                explainer.explain(new FtpException.LoginRefused(reply(530, "no\u001B[2J \u202Eevil")));

        assertThat(explanation.what()).contains("no\\u001B[2J \\u202Eevil");
    }

    @Test
    void aFolderCountsItsFailures() {
        assertThat(explainer.someFailed(1, 20).what()).isEqualTo("One of its files failed.");
        assertThat(explainer.someFailed(1200, 2000).what()).isEqualTo("1,200 of its files failed.");
    }

    @Test
    void aFileIsNamedAsItsUserKnowsItWhereTheTemporaryNameFailed() {
        TransferRequest request = new TransferRequest(
                FakeWorld.connection("user"),
                Direction.UPLOAD,
                Path.of("nine.bin"),
                RemotePath.of("/nine.bin"),
                false,
                9);
        var failure = new FtpException.Refused(
                "STOR /.nine.bin.joids-5wwpp7r5.twinport-part", reply(451, "Failure writing to local file."));

        Explanation explanation = explainer.explain(request, new CompletionException(failure));

        assertThat(explanation.what())
                .isEqualTo("The server could not write /nine.bin: 451 Failure writing to local file.");
        assertThat(explanation.advice()).contains("disk or your quota there may be full");
        assertThat(explainer.about(request, failure).what()).doesNotContain("twinport-part");
        var named = new FtpException.Refused(
                "STOR /.nine.bin.joids-5wwpp7r5.twinport-part",
                reply(553, "/.nine.bin.joids-5wwpp7r5.twinport-part: Permission denied."));
        assertThat(explainer.explain(request, named).what())
                .isEqualTo("The server refused STOR /nine.bin: 553 /nine.bin: Permission denied.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    426 | [Errno 28] No space left on device; transfer aborted. | no room left on the server
                    451 | /x: No space left on device                           | no room left on the server
                    550 | Disk quota exceeded                                   | no room left on the server
                    451 | Error during write to file                            | could not write /x
                    451 | Something else                                        | could not write /x
                    553 | /quota.txt: Permission denied                         | refused STOR /quota.txt
                    450 | Something else                                        | just now
                    """)
    void aServerWithoutRoomIsToldAsSuch(int code, String words, String said) {
        assertThat(explainer
                        .explain(new FtpException.Refused(
                                words.startsWith("/quota") ? "STOR /quota.txt" : "STOR /x", reply(code, words)))
                        .what())
                .contains(said);
    }

    @Test
    void theWordsOfServersDoNotDoubleStops() {
        assertThat(Stream.of(
                                new FtpException.TlsFailed(
                                        "AUTH TLS refused: 530 Please login with USER and PASS.", null),
                                new FtpException.LoginRefused(reply(530, "Login incorrect.")),
                                new FtpException.Refused("CWD /x", reply(550, "Failed to change directory.")),
                                inPlaceOnly(),
                                new IOException("It broke."))
                        .map(failure -> explainer.explain(failure).what()))
                .allSatisfy(what -> assertThat(what).endsWith(".").doesNotContain("..", ".)"));
    }

    @Test
    void windowAndCommandsAdviseTheirOwnWay() {
        Explainer commands = Explainer.ofCommands(Messages.forLocale(Locale.ENGLISH));
        TransferException inPlace = inPlaceOnly();

        assertThat(explainer.explain(inPlace).advice())
                .contains("rules of transfers")
                .doesNotContain("--");
        assertThat(commands.explain(inPlace).advice())
                .contains("--temporary-names off")
                .doesNotContain("rules");
        assertThat(explainer.explain(new TreeTooLargeException(5)).advice()).doesNotContain("--");
        assertThat(commands.explain(new TreeTooLargeException(5)).advice()).contains("--max-entries");
    }

    private static TransferException inPlaceOnly() {
        return new TransferException.InPlaceOnly(
                "a", new FtpException.Refused("RNFR /a", reply(550, "Permission denied.")));
    }

    private static FtpException unreachable(Phase phase) {
        return new FtpException.Unreachable("host:21", phase, null);
    }

    private static FtpException refused(int code) {
        return new FtpException.Refused("STOR /x", reply(code, "text"));
    }

    private static Reply reply(int code, String text) {
        return new Reply(code, List.of(text));
    }
}
