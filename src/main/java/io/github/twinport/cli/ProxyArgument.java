// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.i18n.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the options about proxies say; what it throws never holds a password. */
final class ProxyArgument {

    static final String PASSWORD_VARIABLE = "TWINPORT_PROXY_PASSWORD";
    private static final int SOCKS_PORT = 1080;
    private static final int HTTP_PORT = 8080;
    private static final int FTP_PORT = 21;
    private static final int LAST_PORT = 65_535;

    private final Messages messages;
    private final Map<String, String> environment;

    ProxyArgument(Messages messages, Map<String, String> environment) {
        this.messages = messages;
        this.environment = environment;
    }

    /**
     * Reads {@code socks5://user:password@host:port} or {@code http://…}.
     *
     * @throws UsageException when it is none
     */
    @Nullable
    Proxy proxy(@Nullable String argument) throws UsageException {
        if (argument == null) {
            return null;
        }
        Parts parts = parts(argument);
        if (parts == null) {
            throw new UsageException(messages.text("cli.badProxy", shown(argument)));
        }
        return switch (parts.scheme) {
            case "socks5", "socks5h" ->
                new Proxy.Socks5(parts.host, parts.port(SOCKS_PORT), parts.user, parts.password);
            case "http" -> new Proxy.HttpConnect(parts.host, parts.port(HTTP_PORT), parts.user, parts.password);
            default -> throw new UsageException(messages.text("cli.badProxy", shown(argument)));
        };
    }

    /**
     * Reads {@code user://user:password@host:port}, or {@code site://}, {@code open://}, {@code account://},
     * {@code combined://}.
     *
     * @throws UsageException when it is none
     */
    @Nullable
    FtpProxy ftpProxy(@Nullable String argument) throws UsageException {
        if (argument == null) {
            return null;
        }
        Parts parts = parts(argument);
        if (parts == null) {
            throw new UsageException(messages.text("cli.badFtpProxy", shown(argument)));
        }
        FtpProxy.Method method = switch (parts.scheme) {
            case "user" -> FtpProxy.Method.USER_AT_SERVER;
            case "site" -> FtpProxy.Method.SITE;
            case "open" -> FtpProxy.Method.OPEN;
            case "account" -> FtpProxy.Method.ACCOUNT;
            case "combined" -> FtpProxy.Method.COMBINED;
            default -> throw new UsageException(messages.text("cli.badFtpProxy", shown(argument)));
        };
        return new FtpProxy(parts.host, parts.port(FTP_PORT), method, parts.user, parts.password);
    }

    private static String shown(String argument) {
        return argument.contains("@") ? "…" : argument;
    }

    private @Nullable Parts parts(String argument) {
        URI uri;
        try {
            uri = new URI(argument);
        } catch (URISyntaxException e) {
            return null;
        }
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return null;
        }
        String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        String password = colon < 0 ? environment.getOrDefault(PASSWORD_VARIABLE, "") : login.substring(colon + 1);
        String plainHost = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Parts(
                scheme.toLowerCase(Locale.ROOT), plainHost, uri.getPort(), user, user.isEmpty() ? "" : password);
    }

    /** The parts of a URL; a port that is not named is negative. */
    private record Parts(String scheme, String host, int named, String user, String password) {
        int port(int usual) {
            return named < 0 ? usual : named;
        }
    }
}
