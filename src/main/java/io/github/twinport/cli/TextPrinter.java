// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Timestamp;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TemporaryName;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Locale;

/** Writes events as people read them: results to one stream, what went wrong and the progress line to the other. */
final class TextPrinter implements EventPrinter {

    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;
    private final Formats formats;
    private final Terminal terminal;
    private final boolean progress;
    private final ProgressLine progressLine;
    private final PlanText plans;
    private final ToldReasons told = new ToldReasons();
    private int lineLength;

    /** The progress line is shown only to a person. */
    TextPrinter(Surroundings surroundings) {
        out = surroundings.out();
        err = surroundings.err();
        messages = surroundings.messages();
        formats = new Formats(messages, ZoneId::systemDefault);
        terminal = surroundings.terminal();
        progress = terminal.isPresent();
        progressLine = new ProgressLine(messages, formats);
        plans = new PlanText(messages, formats);
    }

    @Override
    public synchronized void print(Event event) {
        if (event instanceof Event.Progress running) {
            if (progress) {
                show(running.total());
            }
            return;
        }
        wipe();
        switch (event) {
            case Event.Listed listed -> out.println(line(listed.entry()));
            case Event.Finished finished -> finished(finished.item());
            case Event.Progress ignored -> {}
            case Event.Summary summary -> out.println(text(summary));
            case Event.Hashed hashed -> hashed(hashed);
            case Event.Removed removed ->
                out.println(messages.text(
                        removed.planned() ? "cli.wouldRemove" : "cli.removed", name(removed.path(), removed.folder())));
            case Event.NotRemoved kept -> complain(name(kept.path(), false), kept.why());
            case Event.LinkMade made ->
                out.println(messages.text(
                        "cli.linkMade", EntryName.escaped(made.path()), EntryName.escaped(made.target())));
            case Event.Planned planned -> out.println(plans.line(planned));
            case Event.NotPlanned unknown -> complain(unknown.path(), unknown.why());
            case Event.PlanSums sums -> out.println(plans.sums(sums));
            case Event.FolderMade made ->
                out.println(messages.text(
                        made.planned() ? "cli.wouldMake" : "cli.made",
                        name(made.path().toString(), true)));
            case Event.Moved moved ->
                out.println(messages.text(
                        moved.planned() ? "cli.wouldMove" : "cli.moved",
                        name(moved.from().toString(), false),
                        name(moved.to().toString(), false)));
            case Event.Password password -> out.println(text(password));
            case Event.MasterPasswordChanged ignored -> out.println(messages.text("cli.vault.changed"));
            case Event.Problem problem -> err.println("twinport: " + sentences(problem.why()));
        }
    }

    @Override
    public synchronized void flush() {
        out.flush();
        err.flush();
    }

    @Override
    public synchronized boolean isAbandoned() {
        return out.checkError();
    }

    private static String name(String path, boolean folder) {
        return EntryName.escaped(path) + (folder && !path.endsWith("/") ? "/" : "");
    }

    private void complain(String name, Explanation why) {
        err.println("twinport: " + name + ": " + sentences(why));
    }

    /** Short texts about a command have no stop of their own. */
    private static String sentences(Explanation why) {
        String what = why.what().strip();
        if (!what.isEmpty() && ".!?…".indexOf(what.charAt(what.length() - 1)) < 0) {
            what += ".";
        }
        return (what + " " + why.advice()).strip();
    }

    private String line(Entry entry) {
        String kind = switch (entry.kind()) {
            case FILE -> "-";
            case FOLDER -> "d";
            case LINK -> "l";
            case OTHER -> "?";
        };
        String size = entry.size() == Entry.UNKNOWN_SIZE || entry.isFolder() ? "" : Long.toString(entry.size());
        Timestamp modified = entry.modified();
        String time = modified == null ? "" : formats.columnTime(modified);
        String target = entry.linkTarget() == null ? "" : " -> " + entry.shownTarget();
        String line = String.format(Locale.ROOT, "%s %14s %-16s ", kind, size, time)
                + entry.shownName()
                + (entry.isFolder() ? "/" : "")
                + target;
        boolean temporary = !entry.isFolder() && TemporaryName.isTemporary(entry.name());
        return temporary ? messages.text("cli.temporary", line) : line;
    }

    private void finished(TransferItem item) {
        String name = EntryName.escaped(
                switch (item.request().direction()) {
                    case DOWNLOAD -> item.request().remote().toString();
                    case UPLOAD -> item.request().local().toString();
                });
        switch (item.state()) {
            case TransferState.Failed failed -> {
                String own = EntryName.escaped(item.request().remote().name());
                String same = told.sameAs(name, own, failed.explanation());
                if (same == null) {
                    complain(name, failed.explanation());
                } else {
                    err.println("twinport: " + messages.text("cli.sameAs", name, same));
                }
            }
            case TransferState.Skipped skipped -> {
                if (!skipped.reason().isEmpty()) {
                    err.println("twinport: " + name + ": " + skipped.reason());
                }
            }
            default -> {}
        }
    }

    private String text(Event.Password password) {
        return switch (password.change()) {
            case NONE -> password.url();
            case SAVED -> messages.text("cli.vault.saved", password.url());
            case REMOVED -> messages.text("cli.vault.removed", password.url());
        };
    }

    private void hashed(Event.Hashed hashed) {
        out.println(hashed.digest() + "  " + name(hashed.path().toString(), false));
        err.println(messages.text(hashed.byServer() ? "cli.hashedThere" : "cli.hashedHere", hashed.algorithm()));
    }

    private String text(Event.Summary summary) {
        return messages.text(
                "cli.summary",
                summary.done(),
                formats.size(summary.bytes()),
                formats.duration(summary.time()),
                summary.skipped(),
                summary.failed(),
                summary.left());
    }

    private void show(QueueSnapshot.Total total) {
        String line = progressLine.text(total, terminal.columns());
        err.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
        err.flush();
        lineLength = line.length();
    }

    private void wipe() {
        if (lineLength > 0) {
            err.print("\r" + " ".repeat(lineLength) + "\r");
            err.flush();
            lineLength = 0;
        }
    }
}
