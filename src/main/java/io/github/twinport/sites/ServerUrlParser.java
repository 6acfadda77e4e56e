// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.InvalidServerUrlException.Problem;
import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@link ServerUrl}: {@code protocol://user:password@host:port/folder;type=i}, of which only the host must be
 * there. Lenient where people are: an {@code @} in a password, blanks around, a bare IPv6 address.
 */
final class ServerUrlParser {

    private static final Pattern PROTOCOL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(";type=[aid]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._~-]+)?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?");

    private final String text;
    private final Security otherwise;

    ServerUrlParser(String text, Security otherwise) {
        this.text = text;
        this.otherwise = otherwise;
    }

    ServerUrl parse() throws InvalidServerUrlException {
        String trimmed = text.strip();
        if (trimmed.startsWith("<") && trimmed.endsWith(">")) {
            trimmed = trimmed.substring(1, trimmed.length() - 1).strip();
        }
        if (trimmed.isEmpty()) {
            throw new InvalidServerUrlException(Problem.EMPTY, "");
        }
        Security security = otherwise;
        String rest = trimmed;
        Matcher named = PROTOCOL.matcher(trimmed);
        if (named.matches()) {
            security = spoken(named.group(1));
            rest = named.group(2);
        }
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : TYPE.matcher(rest.substring(slash)).replaceFirst("");
        int at = authority.lastIndexOf('@');
        String login = at < 0 ? null : authority.substring(0, at);
        return new ServerUrl(
                server(authority.substring(at + 1), security),
                login == null ? null : user(login),
                login == null ? null : password(login),
                folder(path));
    }

    private static Security spoken(String protocol) throws InvalidServerUrlException {
        Security security = ServerUrl.security(protocol);
        if (security == null) {
            throw new InvalidServerUrlException(Problem.UNKNOWN_PROTOCOL, protocol);
        }
        return security;
    }

    private static @Nullable String user(String login) throws InvalidServerUrlException {
        int colon = login.indexOf(':');
        String user = decoded(colon < 0 ? login : login.substring(0, colon));
        return user.isEmpty() ? null : user;
    }

    private static @Nullable String password(String login) throws InvalidServerUrlException {
        int colon = login.indexOf(':');
        return colon < 0 ? null : decoded(login.substring(colon + 1));
    }

    private static Server server(String hostAndPort, Security security) throws InvalidServerUrlException {
        if (hostAndPort.startsWith("[")) {
            int end = hostAndPort.indexOf(']');
            String rest = end < 0 ? "" : hostAndPort.substring(end + 1);
            if (end < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
                throw new InvalidServerUrlException(Problem.BAD_HOST, hostAndPort);
            }
            return new Server(
                    ipv6(hostAndPort.substring(1, end)),
                    port(rest.isEmpty() ? "" : rest.substring(1), security),
                    security);
        }
        if (IPV6.matcher(hostAndPort).matches()) {
            return new Server(ipv6(hostAndPort), security.defaultPort(), security);
        }
        int colon = hostAndPort.indexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        return new Server(host(decoded(host)), port(port, security), security);
    }

    /** A zone may stand after {@code %} as people write it or after {@code %25} as RFC 6874 asks for. */
    private static String ipv6(String address) throws InvalidServerUrlException {
        String plain = address.replace("%25", "%");
        if (!IPV6.matcher(plain).matches()) {
            throw new InvalidServerUrlException(Problem.BAD_HOST, address);
        }
        return plain;
    }

    private static String host(String host) throws InvalidServerUrlException {
        if (host.isBlank()) {
            throw new InvalidServerUrlException(Problem.NO_HOST, "");
        }
        try {
            String ascii = IDN.toASCII(host.strip(), IDN.ALLOW_UNASSIGNED);
            if (HOST.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidServerUrlException(Problem.BAD_HOST, host);
        }
        throw new InvalidServerUrlException(Problem.BAD_HOST, host);
    }

    private static int port(String port, Security security) throws InvalidServerUrlException {
        if (port.isEmpty()) {
            return security.defaultPort();
        }
        boolean digits = port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65535) {
            // Where the host was forgotten, the password stands here.
            throw new InvalidServerUrlException(Problem.BAD_PORT, digits ? port : "…");
        }
        return number;
    }

    /** The path of a URL from its first slash on; {@code //} and {@code /%2F} are the root itself. */
    static @Nullable RemotePath folder(String path) throws InvalidServerUrlException {
        String decoded = decoded(path);
        RemotePath folder = RemotePath.of(decoded);
        return folder.equals(RemotePath.ROOT) && !decoded.startsWith("//") ? null : folder;
    }

    static String decoded(String part) throws InvalidServerUrlException {
        String decoded = PercentCode.decode(part);
        if (decoded == null) {
            throw new InvalidServerUrlException(Problem.BAD_ESCAPE, "");
        }
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidServerUrlException(Problem.CONTROL_CHARACTER, "");
        }
        return decoded;
    }
}
