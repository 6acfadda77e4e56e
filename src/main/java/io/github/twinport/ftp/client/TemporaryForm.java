// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

/** How a temporary name looks: servers refuse some forms. In the order in which they are tried. */
public enum TemporaryForm {
    /** {@code .NAME.TOKEN.twinport-part}. */
    HIDDEN,
    /** {@code NAME.TOKEN.twinport-part}, where names must not begin with a dot. */
    VISIBLE,
    /** {@code twinport-part-TOKEN-NAME}, where only some endings are taken. */
    SAME_ENDING
}
