// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.transfer.rules.SiteRules;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants to be connected to. Immutable; any thread.
 *
 * @param name what the window calls it: a site's name or the host
 * @param server where to connect
 * @param user who logs in; empty for anonymous
 * @param password the password, null where it has to be asked for
 * @param dataMode which side opens data connections
 * @param charset the charset of names for servers that do not speak UTF-8
 * @param localFolder the folder to show on this computer, empty to leave it as it is
 * @param remoteFolder the folder to show on the server, null for the one in which the server puts us
 * @param options what few servers need
 */
public record ConnectRequest(
        String name,
        Server server,
        String user,
        @Nullable String password,
        DataMode dataMode,
        Charset charset,
        String localFolder,
        @Nullable RemotePath remoteFolder,
        SiteOptions options) {

    /** Without options. */
    public ConnectRequest(
            String name,
            Server server,
            String user,
            @Nullable String password,
            DataMode dataMode,
            Charset charset,
            String localFolder,
            @Nullable RemotePath remoteFolder) {
        this(name, server, user, password, dataMode, charset, localFolder, remoteFolder, SiteOptions.DEFAULT);
    }

    /** Connects as a URL says; anonymously where it names nobody. */
    public static ConnectRequest of(ServerUrl url) {
        String user = url.user();
        return new ConnectRequest(
                url.server().host(),
                url.server(),
                user == null ? "" : user,
                url.password(),
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                url.folder());
    }

    /** Connects to a saved site, whose password has to be asked for. */
    public static ConnectRequest of(Site site) {
        return new ConnectRequest(
                site.name(),
                site.server(),
                site.anonymous() ? "" : site.user(),
                null,
                site.dataMode(),
                charset(site.charset()),
                site.localFolder(),
                site.remoteFolder().isEmpty() ? null : RemotePath.of(site.remoteFolder()),
                site.options());
    }

    /** The login as far as it is known; empty when the password has to be asked for. */
    Optional<Credentials> credentials() {
        if (user.isEmpty()) {
            return Optional.of(Credentials.ANONYMOUS);
        }
        return Optional.ofNullable(password).map(known -> new Credentials(user, known));
    }

    /** The same with a login that the user has just given. */
    ConnectRequest with(Credentials credentials) {
        return new ConnectRequest(
                name,
                server,
                credentials.user(),
                credentials.password(),
                dataMode,
                charset,
                localFolder,
                remoteFolder,
                options);
    }

    /** How files are transferred: as usual, where the site says nothing else. */
    TransferRules rules(TransferRules usual) {
        return SiteRules.of(options.transfers(), usual);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ConnectRequest[" + user + "@" + server.hostAndPort() + "]";
    }
}
