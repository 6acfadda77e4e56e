// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes all events but the entries of listings as JSON objects, see {@link JsonPrinter}. For one thread at a time. */
final class EventObjects {

    private final JsonGenerator json;

    EventObjects(PrintStream out) {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .characterEscapes(new DeleteEscape())
                .rootValueSeparator("")
                .build();
        json = factory.createGenerator(
                ObjectWriteContext.empty(), new OutputStreamWriter(out, StandardCharsets.US_ASCII));
    }

    /**
     * Writes one event; it may wait in a buffer.
     *
     * @throws IllegalArgumentException when it is an entry of a listing
     */
    void print(Event event) {
        json.writeStartObject();
        switch (event) {
            case Event.Listed listed -> throw new IllegalArgumentException(listed.toString());
            case Event.Finished finished -> item(finished.item());
            case Event.Progress progress -> progress(progress.total());
            case Event.Summary summary -> summary(summary);
            case Event.Hashed hashed -> {
                begin(JsonEvent.HASH, hashed.path().toString());
                json.writeStringProperty("algorithm", hashed.algorithm());
                json.writeStringProperty("digest", hashed.digest());
                json.writeStringProperty("by", hashed.byServer() ? "server" : "client");
            }
            case Event.Removed removed -> {
                begin(JsonEvent.REMOVED, removed.path());
                json.writeStringProperty("kind", removed.folder() ? "folder" : "file");
                json.writeBooleanProperty("planned", removed.planned());
            }
            case Event.NotRemoved kept -> {
                begin(JsonEvent.FAILED, kept.path());
                explanation(kept.why());
            }
            case Event.FolderMade made -> {
                begin(JsonEvent.FOLDER, made.path().toString());
                json.writeBooleanProperty("planned", made.planned());
            }
            case Event.Moved moved -> {
                begin(JsonEvent.MOVED, moved.from().toString());
                json.writeStringProperty("to", moved.to().toString());
                json.writeBooleanProperty("planned", moved.planned());
            }
            case Event.LinkMade made -> {
                begin(JsonEvent.LINK, made.path());
                json.writeStringProperty("target", made.target());
            }
            case Event.Planned planned -> plan(planned);
            case Event.NotPlanned unknown -> {
                begin(JsonEvent.FAILED, unknown.path());
                explanation(unknown.why());
            }
            case Event.PlanSums sums -> sums(sums);
            case Event.Password password -> {
                begin(JsonEvent.PASSWORD);
                json.writeStringProperty("change", lowerCase(password.change()));
                json.writeStringProperty("url", password.url());
            }
            case Event.MasterPasswordChanged ignored -> begin(JsonEvent.MASTER_PASSWORD);
            case Event.Problem problem -> {
                begin(JsonEvent.ERROR);
                json.writeNumberProperty("exit", problem.code().number());
                explanation(problem.why());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Brings out what waits in the buffer. */
    void flush() {
        json.flush();
    }

    private void begin(JsonEvent event) {
        json.writeStringProperty("event", event.word());
    }

    private void begin(JsonEvent event, String path) {
        begin(event);
        json.writeStringProperty("path", path);
    }

    private void explanation(Explanation why) {
        json.writeStringProperty("what", why.what());
        json.writeStringProperty("advice", why.advice());
    }

    private void optional(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private void item(TransferItem item) {
        begin(item.request().folder() ? JsonEvent.FOLDER : JsonEvent.FILE);
        json.writeStringProperty("state", state(item.state()));
        json.writeStringProperty("direction", lowerCase(item.request().direction()));
        json.writeStringProperty("local", item.request().local().toString());
        json.writeStringProperty("remote", item.request().remote().toString());
        json.writeNumberProperty("bytes", item.moved());
        switch (item.state()) {
            case TransferState.Failed failed -> {
                explanation(failed.explanation());
                json.writeNumberProperty("attempts", failed.history().attempts());
                optional(
                        "first",
                        failed.history().attempts() > 1 ? failed.history().first() : "");
            }
            case TransferState.Skipped skipped -> optional("what", skipped.reason());
            default -> {}
        }
    }

    private static String state(TransferState state) {
        return switch (state) {
            case TransferState.Done ignored -> "done";
            case TransferState.Skipped ignored -> "skipped";
            case TransferState.Failed ignored -> "failed";
            case TransferState.Cancelled ignored -> "cancelled";
            case TransferState.Waiting ignored -> "waiting";
            case TransferState.Running ignored -> "running";
            case TransferState.Paused ignored -> "paused";
            case TransferState.Asking ignored -> "asking";
        };
    }

    private void plan(Event.Planned planned) {
        Step step = planned.step();
        begin(JsonEvent.PLAN, planned.path());
        json.writeStringProperty("action", lowerCase(step.action()));
        json.writeStringProperty("kind", lowerCase(step.kind()));
        if (step.size() != Entry.UNKNOWN_SIZE) {
            json.writeNumberProperty("size", step.size());
        }
        String target = step.linkTarget();
        optional("target", target == null ? "" : target);
    }

    private void sums(Event.PlanSums sums) {
        begin(JsonEvent.PLAN_SUMMARY);
        for (Step.Action action : Step.Action.values()) {
            json.writeNumberProperty(lowerCase(action), sums.count(action));
        }
        json.writeNumberProperty("kept", sums.kept());
        json.writeNumberProperty("bytes", sums.bytes());
        json.writeNumberProperty("deletedBytes", sums.deletedBytes());
    }

    private void progress(QueueSnapshot.Total total) {
        begin(JsonEvent.PROGRESS);
        json.writeNumberProperty("waiting", total.waiting());
        json.writeNumberProperty("running", total.running());
        json.writeNumberProperty("done", total.done());
        json.writeNumberProperty("failed", total.failed());
        json.writeNumberProperty("bytes", total.moved());
        json.writeNumberProperty("size", total.size());
        json.writeNumberProperty("bytesPerSecond", total.bytesPerSecond());
    }

    private void summary(Event.Summary summary) {
        begin(JsonEvent.SUMMARY);
        json.writeNumberProperty("done", summary.done());
        json.writeNumberProperty("skipped", summary.skipped());
        json.writeNumberProperty("failed", summary.failed());
        json.writeNumberProperty("left", summary.left());
        json.writeNumberProperty("bytes", summary.bytes());
        json.writeNumberProperty("milliseconds", summary.time().toMillis());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
