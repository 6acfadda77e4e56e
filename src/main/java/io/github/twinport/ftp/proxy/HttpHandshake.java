// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.twinport.ftp.proxy.Proxy.HttpConnect;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110, 9.3.6). */
final class HttpHandshake {

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: (.*))?");

    private final HttpConnect proxy;
    private final Wire wire;

    HttpHandshake(HttpConnect proxy, Wire wire) {
        this.proxy = proxy;
        this.wire = wire;
    }

    void connect(String host, int port) throws IOException {
        String target = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        StringBuilder request = new StringBuilder();
        request.append("CONNECT ")
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(target)
                .append("\r\n");
        if (!proxy.user().isEmpty()) {
            request.append("Proxy-Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(proxy.login().getBytes(UTF_8)))
                    .append("\r\n");
        }
        wire.write(request.append("\r\n").toString().getBytes(ISO_8859_1));
        judge(readHead());
    }

    /** Byte for byte: an FTP server's greeting may stand right behind the empty line. */
    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", head.length() - 4) < 0 && head.indexOf("\n\n", head.length() - 2) < 0) {
            if (head.length() == LONGEST_HEAD) {
                throw new ProxyRefusal("the HTTP proxy's answer never ends");
            }
            head.append((char) wire.readByte());
        }
        return head.toString();
    }

    private static void judge(String head) throws ProxyRefusal {
        String first = head.lines().findFirst().orElse("");
        Matcher matcher = STATUS.matcher(first);
        if (!matcher.matches()) {
            throw new ProxyRefusal("no HTTP proxy: it does not answer in HTTP");
        }
        if (matcher.group(1).charAt(0) != '2') {
            throw new ProxyRefusal("the HTTP proxy says: " + first.substring(first.indexOf(' ') + 1));
        }
    }
}
