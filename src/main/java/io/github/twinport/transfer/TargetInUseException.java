// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Another running instance with the same profile writes where a command is to write. */
public final class TargetInUseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient TargetHolder holder;

    /** For a target that somebody else has. */
    public TargetInUseException(TargetHolder holder) {
        super("process " + holder.pid() + " writes " + holder.target());
        this.holder = holder;
    }

    /** Who has it. */
    public TargetHolder holder() {
        return holder;
    }
}
