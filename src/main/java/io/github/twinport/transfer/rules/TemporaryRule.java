// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

/** Whether uploads grow under a temporary name. */
public enum TemporaryRule {
    /** Where the server can do it; elsewhere new files go straight to their last names, and existing ones stay. */
    AUTO("true"),
    /** Always: a file for which that does not work fails. */
    ON("on"),
    /** Never: a server that forbids renames shows files under their last names while they are incomplete. */
    OFF("false");

    /** How rules keep it; older versions knew true and false only. */
    private final String text;

    TemporaryRule(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static TemporaryRule of(String text) {
        for (TemporaryRule rule : values()) {
            if (rule.text.equals(text)) {
                return rule;
            }
        }
        return AUTO;
    }
}
