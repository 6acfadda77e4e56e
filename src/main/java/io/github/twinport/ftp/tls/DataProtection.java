// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

/** Whether data connections are encrypted where the control connection is (RFC 4217, 9). */
public enum DataProtection {
    /** They are (PROT P); nothing is transferred where the server refuses. */
    PRIVATE("P"),
    /** They are not (PROT C): listings and files can be read and changed by anybody on the way. */
    CLEAR("C");

    private final String code;

    DataProtection(String code) {
        this.code = code;
    }

    /** The argument of PROT. */
    public String code() {
        return code;
    }
}
