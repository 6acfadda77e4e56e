// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.ui.explorer.Location.LocalFolder;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import io.github.twinport.ui.explorer.TransferIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferStarterTest {

    private static final RemoteFolder REMOTE = new RemoteFolder(RemotePath.of("/pub"));

    @TempDir
    Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private final ParallelTransferQueue queue =
            new ParallelTransferQueue(1, new Explainer(Messages.forLocale(Locale.ENGLISH)));
    private @Nullable ConnectionSettings connection = new ConnectionSettings(
            new Server("127.0.0.1", 1, Security.PLAIN),
            Credentials.ANONYMOUS,
            TlsSettings.of(TrustDecider.STRICT),
            line -> {});
    private final TransferStarter starter = new TransferStarter(
            queue,
            Runnable::run,
            () -> connection,
            failures::add,
            () -> request -> request.withRules(request.rules().withTemporaryNames(TemporaryRule.OFF)));

    @BeforeEach
    void hold() {
        queue.pauseAll();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void downloadsWhatIsSentToThisComputer() {
        Entry file = new Entry("a b.txt", EntryKind.FILE, 42, null, "", "", "", null);
        starter.accept(new TransferIntent.Entries(
                REMOTE, List.of(file, Entry.named("sub", EntryKind.FOLDER)), new LocalFolder(folder)));

        assertThat(requests()).hasSize(2);
        TransferRequest first = requests().getFirst();
        assertThat(first.direction()).isEqualTo(Direction.DOWNLOAD);
        assertThat(first.local()).isEqualTo(folder.resolve("a b.txt"));
        assertThat(first.remote()).isEqualTo(RemotePath.of("/pub/a b.txt"));
        assertThat(first.size()).isEqualTo(42);
        assertThat(first.rules().temporaryNames()).isEqualTo(TemporaryRule.OFF);
        assertThat(requests().getLast().folder()).isTrue();
    }

    @Test
    void uploadsWhatIsSentToTheServer() {
        starter.accept(
                new TransferIntent.Entries(new LocalFolder(folder), List.of(Entry.named("x", EntryKind.FILE)), REMOTE));

        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.direction()).isEqualTo(Direction.UPLOAD);
            assertThat(request.remote()).isEqualTo(RemotePath.of("/pub/x"));
        });
    }

    @Test
    void looksAtFilesFromOtherProgramsAndReportsThoseThatAreGone() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "12345");
        Path sub = Files.createDirectory(folder.resolve("d"));
        starter.accept(new TransferIntent.Files(List.of(file, folder.resolve("gone"), sub), REMOTE));

        assertThat(requests()).extracting(TransferRequest::size).containsExactly(5L, Entry.UNKNOWN_SIZE);
        assertThat(requests()).extracting(TransferRequest::folder).containsExactly(false, true);
        assertThat(failures).singleElement().isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void doesNothingWithoutAConnection() {
        connection = null;
        starter.accept(
                new TransferIntent.Entries(new LocalFolder(folder), List.of(Entry.named("x", EntryKind.FILE)), REMOTE));

        assertThat(requests()).isEmpty();
    }

    private List<TransferRequest> requests() {
        return queue.snapshot().items().stream().map(TransferItem::request).toList();
    }
}
