// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

/** Why a server's certificate cannot be verified. */
public enum CertificateProblem {
    /** No authority that this machine trusts has signed it. */
    UNTRUSTED,
    /** It is valid for another host name. */
    WRONG_HOST,
    /** Its time has passed, or has not come yet. */
    EXPIRED
}
