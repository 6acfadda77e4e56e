// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import javafx.scene.control.TextField;

/** The address of the quick-connect bar: tells when something was pasted, so that a URL can fill the other fields. */
final class AddressField extends TextField {

    private final Runnable pasted;

    AddressField(Runnable pasted) {
        this.pasted = pasted;
    }

    @Override
    public void paste() {
        super.paste();
        pasted.run();
    }
}
