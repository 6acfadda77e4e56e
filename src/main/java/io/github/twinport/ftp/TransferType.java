// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** What the bytes of a file mean on their way (RFC 959, 3.1.1). */
public enum TransferType {
    /** Bytes are bytes (TYPE I): nothing is changed. */
    BINARY("I"),
    /**
     * The file is text (TYPE A): its line ends are CR LF on the wire and what is usual here in the local file. Only where
     * the user asks for it, because it destroys whatever is not text.
     */
    ASCII("A");

    private final String code;

    TransferType(String code) {
        this.code = code;
    }

    /** The argument of TYPE. */
    public String code() {
        return code;
    }
}
