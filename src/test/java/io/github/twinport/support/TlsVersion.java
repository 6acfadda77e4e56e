// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

/** Which versions of TLS a real server accepts. */
public enum TlsVersion {
    /** 1.2 and 1.3. */
    ANY("TLSv1.2", "TLSv1.3"),
    /** Only 1.2. */
    TLS_1_2("TLSv1.2", "TLSv1.2"),
    /** Only 1.3. */
    TLS_1_3("TLSv1.3", "TLSv1.3");

    private final String lowest;
    private final String highest;

    TlsVersion(String lowest, String highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The oldest version, in the name that OpenSSL and JSSE share. */
    public String lowest() {
        return lowest;
    }

    /** The newest version, in the name that OpenSSL and JSSE share. */
    public String highest() {
        return highest;
    }
}
