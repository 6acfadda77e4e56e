// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plans as people read them. Immutable; any thread. */
final class PlanText {

    private final Messages messages;
    private final Formats formats;

    PlanText(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** One step: what is done, how much it is, and where. */
    String line(Event.Planned planned) {
        Step step = planned.step();
        String size = step.size() == Entry.UNKNOWN_SIZE ? "" : formats.size(step.size());
        String path = planned.path() + (step.kind() == EntryKind.FOLDER ? "/" : "");
        String target = step.linkTarget() == null ? "" : " -> " + EntryName.escaped(step.linkTarget());
        return String.format(Locale.ROOT, "%-8s %9s  ", messages.text("cli.plan." + step.action()), size)
                + path
                + target;
    }

    /** The sums. */
    String sums(Event.PlanSums sums) {
        List<String> parts = new ArrayList<>();
        for (Step.Action action : Step.Action.values()) {
            int count = sums.count(action);
            if (count > 0) {
                parts.add(messages.text("cli.planSum." + action, count));
            }
        }
        if (parts.isEmpty()) {
            parts.add(messages.text("cli.planSum.nothing"));
        }
        if (sums.kept() > 0) {
            parts.add(messages.text("cli.planSum.kept", sums.kept()));
        }
        if (sums.bytes() > 0) {
            String key = sums.direction() == Direction.UPLOAD ? "cli.planSum.up" : "cli.planSum.down";
            parts.add(messages.text(key, formats.size(sums.bytes())));
        }
        if (sums.deletedBytes() > 0) {
            parts.add(messages.text("cli.planSum.freed", formats.size(sums.deletedBytes())));
        }
        return messages.text("cli.plan", String.join(", ", parts));
    }
}
