// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import java.net.InetAddress;

/** Literal addresses as commands name them. */
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    /**
     * The address without its scope, an IPv6 one in the short form of RFC 5952: servers exist that compare it letter by
     * letter with what their own system prints (pyftpdlib).
     */
    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 2 * GROUPS ? ipv6(bytes) : address.getHostAddress();
    }

    private static String ipv6(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        }
        int gap = 0;
        int gapLength = 1; // a single zero is not left out
        for (int begin = 0; begin < GROUPS; begin++) {
            int length = zeros(groups, begin);
            if (length > gapLength) {
                gap = begin;
                gapLength = length;
            }
        }
        if (gapLength == 1) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, gap) + "::" + joined(groups, gap + gapLength, GROUPS);
    }

    private static int zeros(int[] groups, int begin) {
        int end = begin;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - begin;
    }

    private static String joined(int[] groups, int begin, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = begin; i < end; i++) {
            text.append(i > begin ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
