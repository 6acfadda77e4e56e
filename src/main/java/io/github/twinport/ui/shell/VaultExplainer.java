// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.VaultException;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Explanation;

/**
 * Says why a saved password cannot be read or kept. Immutable; any thread.
 *
 * @param messages the texts
 * @param stores explains failures of the database
 */
record VaultExplainer(Messages messages, StoreExplainer stores) {

    Explanation explain(Throwable failure) {
        return switch (failure) {
            case StoreException store -> stores.explain(store);
            case VaultException.Damaged damaged -> explanation("damaged");
            case VaultException.Exists exists -> explanation("exists");
            case VaultException.TooShort tooShort -> explanation("tooShort");
            default -> explanation("unusable");
        };
    }

    private Explanation explanation(String what) {
        return new Explanation(messages.text("vault." + what + ".what"), messages.text("vault." + what + ".advice"));
    }
}
