// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Server;
import io.github.twinport.transfer.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A login for which the password is missing or was refused. Immutable; any thread.
 *
 * @param server where to log in
 * @param user the user as far as known, may be empty
 * @param refusal why the last attempt did not work, null for the first
 */
public record PasswordQuestion(
        Server server, String user, @Nullable Explanation refusal) {}
