// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Explanation;
import java.nio.file.Path;

/** Says in plain sentences what is wrong with the database. Immutable; any thread. */
record StoreExplainer(Messages messages) {

    Explanation explain(StoreException failure) {
        return switch (failure) {
            case StoreException.NewerVersion newer ->
                new Explanation(messages.text("store.newer", newer.file()), messages.text("store.newer.advice"));
            case StoreException.Nonsense nonsense ->
                new Explanation(
                        messages.text("store.nonsense", EntryName.escaped(String.valueOf(nonsense.getMessage()))),
                        messages.text("store.nonsense.advice"));
            case StoreException.Unavailable unavailable ->
                new Explanation(
                        messages.text("store.unavailable", String.valueOf(unavailable.getMessage())),
                        messages.text("store.unavailable.advice"));
        };
    }

    Explanation damaged(Path aside) {
        return new Explanation(messages.text("store.damaged"), messages.text("store.damaged.advice", aside.toString()));
    }
}
