// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.UnixPermissions;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.History;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.KnownTarget;
import io.github.twinport.transfer.Source;
import io.github.twinport.transfer.Status;
import java.util.Locale;

/**
 * What stands in the queue for a row whose names make no sense, or would lead out of their folder: a failed row that says
 * so, so that it is neither followed nor lost without a word. Stateless; any thread.
 */
final class DamagedRow {

    private DamagedRow() {}

    static JournalRow of(long id, long parent, boolean folder) {
        Messages messages = Messages.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
        String name = "damaged-" + id;
        EntryKind kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        return new JournalRow(
                id,
                parent,
                folder,
                name,
                name,
                new Source(kind, Entry.UNKNOWN_SIZE, null, UnixPermissions.UNKNOWN),
                KnownTarget.UNKNOWN,
                Status.FAILED,
                0,
                null,
                null,
                messages.text("failure.damaged-row.what"),
                messages.text("failure.damaged-row.advice"),
                History.NONE);
    }
}
