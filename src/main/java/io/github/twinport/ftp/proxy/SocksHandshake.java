// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.twinport.ftp.proxy.Proxy.Socks5;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;

/** Asks a SOCKS 5 proxy for a connection (RFC 1928). */
final class SocksHandshake {

    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD_LOGIN = 2;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST_FIELD = 255;

    private final Socks5 proxy;
    private final Wire wire;

    SocksHandshake(Socks5 proxy, Wire wire) {
        this.proxy = proxy;
        this.wire = wire;
    }

    void connect(String host, int port) throws IOException {
        boolean login = !proxy.user().isEmpty();
        wire.write(login ? new byte[] {VERSION, 2, NO_LOGIN, PASSWORD_LOGIN} : new byte[] {VERSION, 1, NO_LOGIN});
        expectVersion(VERSION);
        int method = wire.readByte();
        if (method == PASSWORD_LOGIN && login) {
            logIn();
        } else if (method != NO_LOGIN) {
            throw new ProxyRefusal("the SOCKS proxy wants another kind of login");
        }
        request(host, port);
    }

    /** RFC 1929. */
    private void logIn() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        field(message, proxy.user());
        field(message, proxy.password());
        wire.write(message.toByteArray());
        expectVersion(1);
        if (wire.readByte() != 0) {
            throw new ProxyRefusal("the SOCKS proxy refuses user or password");
        }
    }

    private void request(String host, int port) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {VERSION, CONNECT, 0});
        InetAddress literal = Literals.addressOf(host);
        if (literal == null) {
            message.write(NAME);
            field(message, host);
        } else {
            message.write(literal instanceof Inet4Address ? IPV4 : IPV6);
            message.writeBytes(literal.getAddress());
        }
        message.write(port >> 8);
        message.write(port);
        wire.write(message.toByteArray());
        expectVersion(VERSION);
        int answer = wire.readByte();
        if (answer != 0) {
            throw new ProxyRefusal("the SOCKS proxy says: " + meaning(answer));
        }
        wire.readByte();
        skipAddress();
    }

    /** Where the proxy's own end is; of no use here. */
    private void skipAddress() throws IOException {
        int length = switch (wire.readByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> wire.readByte();
            default -> throw new ProxyRefusal("the SOCKS proxy names an address of an unknown kind");
        };
        wire.read(length + 2);
    }

    private void expectVersion(int version) throws IOException {
        int said = wire.readByte();
        if (said != version) {
            throw new ProxyRefusal("no SOCKS 5 proxy: it begins with " + said);
        }
    }

    private static void field(ByteArrayOutputStream message, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST_FIELD) {
            throw new ProxyRefusal("a name or password is too long for SOCKS");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static String meaning(int answer) {
        return switch (answer) {
            case 1 -> "general failure";
            case 2 -> "not allowed by its rules";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "time to live exceeded";
            case 7 -> "command not supported";
            case 8 -> "kind of address not supported";
            default -> "failure " + answer;
        };
    }
}
