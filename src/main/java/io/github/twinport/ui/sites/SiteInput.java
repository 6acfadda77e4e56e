// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.Site;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of the first page of the site form, before anybody knows whether it makes sense. Immutable; any thread.
 *
 * @param id the number of the site that is edited, or {@link Site#UNSAVED}
 * @param name the name
 * @param folder the folder of the list
 * @param security the chosen protocol
 * @param host the host as typed
 * @param port the port as typed, empty for the protocol's own
 * @param anonymous whether anyone may log in
 * @param user the user as typed
 * @param localFolder the folder on this computer as typed
 * @param remoteFolder the folder on the server as typed
 */
record SiteInput(
        long id,
        String name,
        String folder,
        Security security,
        String host,
        String port,
        boolean anonymous,
        String user,
        String localFolder,
        String remoteFolder) {

    /** What stands in the fields before anything is typed. */
    static final SiteInput BLANK =
            new SiteInput(Site.UNSAVED, "", "", Security.EXPLICIT_TLS, "", "", false, "", "", "");

    /** What the further pages show before anything is typed; its server means nothing. */
    static final Site UNNAMED = new Site(
            Site.UNSAVED,
            "",
            "",
            new Server("localhost", 21, Security.EXPLICIT_TLS),
            "",
            false,
            DataMode.AUTOMATIC,
            Site.AUTOMATIC_CHARSET,
            "",
            "");

    static SiteInput of(Site site) {
        int port = site.server().port();
        return new SiteInput(
                site.id(),
                site.name(),
                site.folder(),
                site.server().security(),
                site.server().host(),
                port == site.server().security().defaultPort() ? "" : Integer.toString(port),
                site.anonymous(),
                site.user(),
                site.localFolder(),
                site.remoteFolder());
    }

    /** What is wrong, a sentence under the id of each field concerned; empty when it makes a site. */
    Map<String, String> problems(Messages messages) {
        Map<String, String> problems = new HashMap<>();
        if (name.isBlank()) {
            problems.put("site-name", messages.text("sites.problem.name"));
        }
        if (server() == null) {
            boolean badPort = !port.isBlank() && parsed("host") == null;
            problems.put(
                    badPort ? "site-port" : "site-host",
                    messages.text(badPort ? "sites.problem.port" : "sites.problem.host"));
        }
        if (!anonymous && user.isBlank()) {
            problems.put("site-user", messages.text("sites.problem.user"));
        }
        if (!isPath(localFolder.strip())) {
            problems.put("site-local-folder", messages.text("sites.problem.localFolder"));
        }
        return problems;
    }

    /** The site, as the first page alone says it; only where there are no problems. */
    Site site() {
        Server server = server();
        if (server == null) {
            throw new IllegalStateException("the host or port makes no sense");
        }
        return new Site(
                id,
                name.strip(),
                folder.strip(),
                server,
                anonymous ? "" : user.strip(),
                anonymous,
                DataMode.AUTOMATIC,
                Site.AUTOMATIC_CHARSET,
                localFolder.strip(),
                remoteFolder.strip());
    }

    private @Nullable Server server() {
        return parsed(host.strip());
    }

    /** Host and port by the rules of typed addresses, so that both ways to name a server take the same. */
    private @Nullable Server parsed(String named) {
        if (named.isEmpty() || named.contains("/") || named.contains("@")) {
            return null;
        }
        boolean bareIpv6 = named.indexOf(':') != named.lastIndexOf(':') && !named.startsWith("[");
        String address = bareIpv6 ? "[" + named + "]" : named;
        String text = port.isBlank() ? address : address + ":" + port.strip();
        try {
            return ServerUrl.parse(text, security).server();
        } catch (InvalidServerUrlException e) {
            return null;
        }
    }

    private static boolean isPath(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
