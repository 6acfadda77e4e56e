// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Messages;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twinport ls … | head}: the reader of a long listing goes away. */
class AbandonedListingTest {

    private static final Responder ENDLESS = Responder.standard()
            .on(
                    "MLSD",
                    (s, argument) -> s.send("150 here it comes")
                            .data(AbandonedListingTest::sendEntriesUntilClosed)
                            .send("426 closed"))
            .on("ABOR", "226 aborted");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void anEndlessListingIsNotReadToItsEnd(String option) {
        var err = new ByteArrayOutputStream();
        try (var server = ScriptedServer.startForEach(ENDLESS)) {
            List<String> command = new ArrayList<>(List.of("ls", "ftp://ada:pw@127.0.0.1:" + server.port() + "/"));
            if (!option.isEmpty()) {
                command.add(1, option);
            }
            assertThat(commands(new PrintStream(err, true, StandardCharsets.UTF_8))
                            .run(command))
                    .isZero();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void sendEntriesUntilClosed(ScriptedData data) {
        try {
            for (long i = 0; ; i++) {
                data.send("type=file;size=1; file" + i + "\r\n");
            }
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(SocketException.class);
        }
    }

    private HeadlessCommands commands(PrintStream err) {
        return new HeadlessCommands(new Surroundings(
                new ResultStream(new ClosedPipe(), StandardCharsets.UTF_8),
                err,
                Map.of(),
                new Shell(folder),
                new Interruption(),
                Messages.forLocale(Locale.ENGLISH),
                "1.2.3",
                folder));
    }

    /** What a pipe is once its reader has gone. */
    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
