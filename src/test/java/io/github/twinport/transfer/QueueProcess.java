// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A window's queue in a process of its own, which can be killed. */
public final class QueueProcess {

    private static final int WORKERS = 2;

    private QueueProcess() {}

    /**
     * Starts one, which downloads folders from a server.
     *
     * @param output takes what it prints, behind what is there already
     * @param profile the folder of the database
     * @param local where the folders go
     * @param folders their names on the server, none to go on only with what others have left
     */
    static Process start(Path output, Path profile, ApacheServer server, Path local, String... folders)
            throws IOException {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                QueueProcess.class.getName(),
                profile.toString(),
                Integer.toString(server.port()),
                local.toString(),
                String.join(" ", folders));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws Exception {
        ConnectionSettings connection = new ConnectionSettings(
                new Server("127.0.0.1", Integer.parseInt(arguments[1]), Security.PLAIN),
                new Credentials(ApacheServer.USER, ApacheServer.PASSWORD),
                TlsSettings.of(TrustDecider.STRICT),
                protocolLine -> {});
        try (Database database = Database.open(Path.of(arguments[0]));
                ParallelTransferQueue queue = new ParallelTransferQueue(
                        WORKERS,
                        new Explainer(Messages.forLocale(Locale.ENGLISH)),
                        EntryFilter.EVERYTHING,
                        SqliteJournal.open(database))) {
            queue.start((known, refusal) -> CompletableFuture.completedStage(Optional.of(connection)));
            for (String folder : arguments[3].isEmpty() ? new String[0] : arguments[3].split(" ", -1)) {
                queue.add(List.of(new TransferRequest(
                        connection,
                        Direction.DOWNLOAD,
                        Path.of(arguments[2], folder),
                        RemotePath.of("/" + folder),
                        true,
                        Entry.UNKNOWN_SIZE)));
            }
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
