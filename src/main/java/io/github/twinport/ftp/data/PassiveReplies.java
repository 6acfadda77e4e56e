// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the port out of the replies to EPSV (RFC 2428) and PASV (RFC 959). */
final class PassiveReplies {

    /** {@code (|||port|)}; the delimiter may be any character of the printable ones. */
    private static final Pattern EXTENDED = Pattern.compile("\\(([!-~])\\1\\1(\\d{1,5})\\1\\)");

    /** Six numbers; RFC 1123 (4.1.2.6) warns that the parentheses around them may be missing. */
    private static final Pattern SIX_NUMBERS = Pattern.compile(
            "(?<!\\d)(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})(?!\\d)");

    private PassiveReplies() {}

    /**
     * The port of a 229 reply.
     *
     * @throws ProtocolViolation when the reply names none
     */
    static int extendedPort(Reply reply) throws ProtocolViolation {
        Matcher matcher = EXTENDED.matcher(reply.text());
        if (!matcher.find()) {
            throw new ProtocolViolation("no port in the reply to EPSV: " + reply);
        }
        return validPort(Integer.parseInt(matcher.group(2)), reply);
    }

    /**
     * Address and port of a 227 reply; the port is the fifth number times 256 plus the sixth.
     *
     * @throws ProtocolViolation when the reply names none
     */
    static PassiveAddress address(Reply reply) throws ProtocolViolation {
        Matcher matcher = SIX_NUMBERS.matcher(reply.text());
        if (!matcher.find()) {
            throw new ProtocolViolation("no address in the reply to PASV: " + reply);
        }
        int[] numbers = new int[6];
        for (int i = 0; i < 6; i++) {
            numbers[i] = Integer.parseInt(matcher.group(i + 1));
            if (numbers[i] > 255) {
                throw new ProtocolViolation("a number above 255 in the reply to PASV: " + reply);
            }
        }
        String host = numbers[0] + "." + numbers[1] + "." + numbers[2] + "." + numbers[3];
        return new PassiveAddress(host, validPort(numbers[4] * 256 + numbers[5], reply));
    }

    private static int validPort(int port, Reply reply) throws ProtocolViolation {
        if (port < 1 || port > 65535) {
            throw new ProtocolViolation("no usable port in " + reply);
        }
        return port;
    }

    /**
     * What a 227 reply says.
     *
     * @param host the address in dotted decimal
     * @param port the port, 1 to 65535
     */
    record PassiveAddress(String host, int port) {}
}
