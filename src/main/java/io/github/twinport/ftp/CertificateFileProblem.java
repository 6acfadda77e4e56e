// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** Why a file with a client certificate cannot be used. */
public enum CertificateFileProblem {
    /** There is no such file. */
    MISSING,
    /** The file cannot be read, or is no PKCS#12 file. */
    UNREADABLE,
    /** The password does not open the file or its key. */
    WRONG_PASSWORD,
    /** The file holds no private key with a certificate. */
    NO_KEY,
    /** The certificate's time is over. */
    EXPIRED,
    /** The certificate's time has not come. */
    NOT_YET_VALID
}
