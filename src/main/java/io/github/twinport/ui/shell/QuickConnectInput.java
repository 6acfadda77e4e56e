// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.InvalidServerUrlException.Problem;
import io.github.twinport.sites.ServerUrl;
import java.nio.charset.StandardCharsets;

/**
 * What stands in the fields of the quick-connect bar. A URL in the address field says more than the other fields, and
 * what it says counts.
 *
 * @param security the chosen protocol
 * @param address a URL, or a host with or without port and folder
 * @param user the user as typed, empty for anonymous
 * @param password the password as typed
 * @param port the port as typed, empty for the protocol's own
 */
record QuickConnectInput(Security security, String address, String user, String password, String port) {

    /**
     * What to connect to.
     *
     * @throws InvalidServerUrlException when address or port make no sense
     */
    ConnectRequest request() throws InvalidServerUrlException {
        ServerUrl url = ServerUrl.parse(address, security);
        String named = url.user();
        String login = named == null ? user.strip() : named;
        String known = url.password() != null || password.isEmpty() ? url.password() : password;
        return new ConnectRequest(
                url.server().host(),
                server(url.server()),
                login,
                known,
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                url.folder());
    }

    /** The port field counts only where the address names no port of its own. */
    private Server server(Server named) throws InvalidServerUrlException {
        String typed = port.strip();
        if (typed.isEmpty() || named.port() != named.security().defaultPort()) {
            return named;
        }
        boolean digits = typed.length() <= 5 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > 65535) {
            throw new InvalidServerUrlException(Problem.BAD_PORT, typed);
        }
        return new Server(named.host(), number, named.security());
    }

    /** The fields as a pasted URL fills them; the host stays together with the folder, so that nothing is lost. */
    static QuickConnectInput of(ServerUrl url) {
        Server server = url.server();
        String user = url.user();
        String password = url.password();
        String host = server.host().indexOf(':') < 0 ? server.host() : "[" + server.host() + "]";
        ServerUrl folderOnly = new ServerUrl(server, null, null, url.folder());
        String written = folderOnly.withoutPassword();
        int path = written.indexOf('/', written.indexOf("://") + 3);
        return new QuickConnectInput(
                server.security(),
                path < 0 ? host : host + written.substring(path),
                user == null ? "" : user,
                password == null ? "" : password,
                server.port() == server.security().defaultPort() ? "" : Integer.toString(server.port()));
    }
}
