// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.NameRules;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.LocalNames;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.Comparison;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What conflicts look like in words. */
final class ConflictTexts {

    private final Messages messages;
    private final Formats formats;

    ConflictTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    String name(Conflict conflict) {
        return conflict.target().shownName();
    }

    /** Under which name the new file would stand beside the target, if that name is free. */
    String freeName(Conflict conflict) {
        TransferRequest request = conflict.request();
        NameRules names =
                request.direction() == Direction.UPLOAD ? request.remote().syntax() : LocalNames.HERE;
        LocalDateTime now = LocalDateTime.now(Clock.system(ZoneId.systemDefault()));
        return EntryName.escaped(
                request.rules().renamePattern().name(conflict.target().name(), 2, now, names));
    }

    /** The folder in which the target stands. */
    String folder(Conflict conflict) {
        TransferRequest request = conflict.request();
        if (request.direction() == Direction.UPLOAD) {
            return request.connection().server().host()
                    + EntryName.escaped(Objects.toString(request.remote().parent(), ""));
        }
        Path parent = request.local().getParent();
        return parent == null ? "" : EntryName.escaped(parent.toString());
    }

    /** Size and time of one side. */
    String side(Entry entry) {
        String size = entry.size() == Entry.UNKNOWN_SIZE
                ? messages.text("conflict.size.unknown")
                : formats.size(entry.size());
        String time = entry.modified() == null
                ? messages.text("conflict.time.unknown")
                : formats.columnTime(entry.modified());
        return size + " · " + time;
    }

    /** How the new file differs from the existing one. */
    String difference(Conflict conflict) {
        Comparison comparison = conflict.comparison();
        boolean same = comparison.age() == Comparison.Age.SAME && comparison.size() == Comparison.Size.SAME;
        if (same) {
            return messages.text("conflict.difference.none");
        }
        String words = Stream.of(
                        comparison.age() == Comparison.Age.SAME ? "" : key("age", comparison.age()),
                        comparison.size() == Comparison.Size.SAME ? "" : key("size", comparison.size()))
                .filter(key -> !key.isEmpty())
                .map(messages::text)
                .collect(Collectors.joining(", "));
        return messages.text("conflict.difference", words);
    }

    private static String key(String what, Enum<?> value) {
        return "conflict.is." + what + "." + value.name().toLowerCase(Locale.ROOT);
    }
}
