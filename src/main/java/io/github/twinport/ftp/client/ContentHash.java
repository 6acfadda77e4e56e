// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

/**
 * The digest of a file's content as its server computed it. Immutable; any thread.
 *
 * @param algorithm the name of the function as Java names it, for instance {@code SHA-256}; {@code CRC32} for XCRC
 * @param hexadecimal the digest in lower case hexadecimal digits
 */
public record ContentHash(String algorithm, String hexadecimal) {}
