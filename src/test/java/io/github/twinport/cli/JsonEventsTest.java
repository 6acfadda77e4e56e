// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each event is one JSON object whose members the manual page names. */
class JsonEventsTest {

    private static final RemotePath PATH = RemotePath.of("/a");
    private static final Explanation WHY = new Explanation("what", "advice");

    static List<Event> events() {
        Timestamp time = new Timestamp(Instant.EPOCH, Precision.SECOND);
        Entry link = new Entry("a", EntryKind.LINK, 1, time, "rwx", "owner", "group", "to");
        return List.of(
                new Event.Listed(PATH, link),
                finished(false, new TransferState.Done()),
                finished(false, new TransferState.Skipped("reason")),
                finished(false, new TransferState.Failed(WHY)),
                finished(true, new TransferState.Failed(WHY)),
                new Event.Progress(new QueueSnapshot.Total(1, 2, 3, 4, 5, 6, 7, 8, 9, false)),
                new Event.Summary(1, 2, 3, 4, 5, Duration.ofMillis(5)),
                new Event.Hashed(PATH, "SHA-256", "00", true),
                new Event.Removed("/a", true, true),
                new Event.NotRemoved("/a", WHY),
                new Event.FolderMade(PATH, false),
                new Event.Moved(PATH, PATH, false),
                new Event.LinkMade("a", "b"),
                new Event.Planned(new Step(Step.Action.LINK, "a", EntryKind.LINK, 5, "b"), "a"),
                new Event.NotPlanned("a", WHY),
                new Event.PlanSums(Direction.UPLOAD, Map.of(Step.Action.DELETE, 2), 1, 2, 3),
                new Event.Password(Event.Password.Change.SAVED, "ftp://a@b"),
                new Event.MasterPasswordChanged(),
                new Event.Problem(ExitCode.LOGIN, WHY));
    }

    private static Event finished(boolean folder, TransferState state) {
        ConnectionSettings connection = new ConnectionSettings(
                new Server("ftp.example.org", 21, Security.PLAIN),
                Credentials.ANONYMOUS,
                TlsSettings.of(TrustDecider.STRICT),
                line -> {});
        TransferRequest request =
                new TransferRequest(connection, Direction.DOWNLOAD, Path.of("a").toAbsolutePath(), PATH, folder, 1);
        return new Event.Finished(new TransferItem(1, 0, request, state, 1, 1, 1, 0, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isOneObjectThatTheManualDescribes(Event event) {
        var out = new ByteArrayOutputStream();
        JsonPrinter printer = new JsonPrinter(new PrintStream(out, false, StandardCharsets.UTF_8));
        printer.print(event);
        printer.flush();

        String line = out.toString(StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        JsonNode object = JsonMapper.builder().build().readTree(line);
        String kind = object.path("event").asString();
        Messages messages = Messages.forLocale(Locale.ENGLISH);
        String described = messages.text("cli.manual.json." + kind);
        if (event instanceof Event.Finished) {
            described = messages.text("cli.manual.json.file");
        }
        String text = described;
        assertThat(object.propertyNames()).allSatisfy(member -> {
            if (!member.equals("event")) {
                assertThat(text).containsPattern("\\b" + Pattern.quote(member) + "\\b");
            }
        });
    }

    @Test
    void whatTheManualSaysOfFilesHoldsForFoldersThatFail() {
        Messages messages = Messages.forLocale(Locale.ENGLISH);
        assertThat(messages.text("cli.manual.json.folder")).endsWith("the same as for file");
    }

    @Test
    void noEventIsForgottenHere() {
        Set<Class<?>> tested = events().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(Stream.of(Event.class.getPermittedSubclasses())).allMatch(tested::contains);
    }
}
