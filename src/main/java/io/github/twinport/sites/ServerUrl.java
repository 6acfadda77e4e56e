// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a URL, or a host with or without port, says about a server: {@code ftp://} in clear, {@code ftpes://} with
 * explicit and {@code ftps://} with implicit TLS. The path counts from the root of the server, as all common clients
 * take it, and not from the start folder (RFC 1738 section 3.2.2); so do those with the {@code //} and {@code /%2F} of
 * that RFC, which also name the root itself. Immutable; any thread.
 *
 * @param server the server
 * @param user who logs in, null where the text does not say
 * @param password the password, null where the text has none
 * @param folder the folder, null where the text has none: the start folder is meant
 */
public record ServerUrl(
        Server server,
        @Nullable String user,
        @Nullable String password,
        @Nullable RemotePath folder) {

    /**
     * Reads what a user typed or pasted: a URL, {@code host}, {@code host:port}, {@code user@host/folder}, an IPv6
     * address with or without brackets.
     *
     * @param text what was typed
     * @param otherwise the protection that is meant where the text names no protocol
     * @throws InvalidServerUrlException when it does not name a server
     */
    public static ServerUrl parse(String text, Security otherwise) throws InvalidServerUrlException {
        return new ServerUrlParser(text, otherwise).parse();
    }

    /**
     * The folder that the path of a URL names, from its first slash on; null where the start folder is meant.
     *
     * @throws InvalidServerUrlException when an escape is broken or there is a control character
     */
    public static @Nullable RemotePath folder(String path) throws InvalidServerUrlException {
        return ServerUrlParser.folder(path);
    }

    /** A part of a URL without its escapes. */
    public static String decoded(String part) throws InvalidServerUrlException {
        return ServerUrlParser.decoded(part);
    }

    /** The name of the protocol in a URL. */
    public static String protocol(Security security) {
        return switch (security) {
            case PLAIN -> "ftp";
            case EXPLICIT_TLS -> "ftpes";
            case IMPLICIT_TLS -> "ftps";
        };
    }

    /** The URL without the password; the port only where it is not the protocol's own. */
    public String withoutPassword() {
        Server to = server;
        StringBuilder url = new StringBuilder(protocol(to.security())).append("://");
        if (user != null) {
            url.append(PercentCode.encode(user, "")).append('@');
        }
        String hostAndPort = to.hostAndPort();
        boolean usual = to.port() == to.security().defaultPort();
        url.append(usual ? hostAndPort.substring(0, hostAndPort.lastIndexOf(':')) : hostAndPort);
        if (folder != null) {
            url.append(folder.equals(RemotePath.ROOT) ? "//" : PercentCode.encode(folder.toString(), "/"));
        }
        return url.toString();
    }

    /** The protection that a protocol's name means, null for a protocol that is not spoken here. */
    static @Nullable Security security(String protocol) {
        return switch (protocol.toLowerCase(Locale.ROOT)) {
            case "ftp" -> Security.PLAIN;
            case "ftpes" -> Security.EXPLICIT_TLS;
            case "ftps" -> Security.IMPLICIT_TLS;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return withoutPassword();
    }
}
