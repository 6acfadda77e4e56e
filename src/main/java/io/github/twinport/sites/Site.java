// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.options.SiteOptions;

/**
 * A bookmark: a server with all that is needed to connect to it but the password, which is never kept in clear.
 * Immutable; any thread.
 *
 * @param id its number in the database, {@link #UNSAVED} before it is saved
 * @param name what the user calls it
 * @param folder the folder of the site list it stands in, empty for the top level
 * @param server where to connect
 * @param user who logs in; empty when anonymous
 * @param anonymous whether anyone may log in
 * @param dataMode which side opens data connections
 * @param charset the name of the charset of names on the server
 * @param localFolder the folder shown on this computer, empty to leave it as it is
 * @param remoteFolder the folder shown on the server, empty for the one in which the server puts us
 * @param options what few sites need
 */
public record Site(
        long id,
        String name,
        String folder,
        Server server,
        String user,
        boolean anonymous,
        DataMode dataMode,
        String charset,
        String localFolder,
        String remoteFolder,
        SiteOptions options) {

    /** The id of a site that is not in the database yet. */
    public static final long UNSAVED = 0;

    /** The charset of a site that asks for none: the server decides where it can. */
    public static final String AUTOMATIC_CHARSET = "UTF-8";

    /** A site without options. */
    public Site(
            long id,
            String name,
            String folder,
            Server server,
            String user,
            boolean anonymous,
            DataMode dataMode,
            String charset,
            String localFolder,
            String remoteFolder) {
        this(
                id,
                name,
                folder,
                server,
                user,
                anonymous,
                dataMode,
                charset,
                localFolder,
                remoteFolder,
                SiteOptions.DEFAULT);
    }

    /** The name to log in with. */
    public String login() {
        return anonymous ? Credentials.ANONYMOUS.user() : user;
    }

    /** The same site under a number. */
    public Site withId(long number) {
        return new Site(
                number, name, folder, server, user, anonymous, dataMode, charset, localFolder, remoteFolder, options);
    }

    /** The same site with another side that opens data connections. */
    public Site withDataMode(DataMode mode) {
        return new Site(id, name, folder, server, user, anonymous, mode, charset, localFolder, remoteFolder, options);
    }

    /** The same site with another charset of names. */
    public Site withCharset(String other) {
        return new Site(id, name, folder, server, user, anonymous, dataMode, other, localFolder, remoteFolder, options);
    }

    /** The same site with other options. */
    public Site withOptions(SiteOptions other) {
        return new Site(id, name, folder, server, user, anonymous, dataMode, charset, localFolder, remoteFolder, other);
    }
}
