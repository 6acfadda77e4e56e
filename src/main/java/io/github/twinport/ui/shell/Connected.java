// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.files.RemotePath;
import io.github.twinport.session.Session;
import java.util.Optional;

/**
 * An open connection. Immutable but for the session's own state; any thread.
 *
 * @param request what the user asked for
 * @param session the session for browsing
 * @param folder the folder to show first
 * @param tlsVersion the TLS version in JSSE's name, empty in clear
 */
public record Connected(ConnectRequest request, Session session, RemotePath folder, Optional<String> tlsVersion) {}
