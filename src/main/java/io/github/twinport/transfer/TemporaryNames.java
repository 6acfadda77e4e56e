// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.TemporaryForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the temporary names of one job. They follow from a random seed that is in the journal before the first byte
 * moves, and from the target: whoever goes on with the job finds them again, even where it was killed before it could
 * note them, and no other job, profile or computer makes the same. Immutable; any thread.
 *
 * @param seed the job's seed; empty for a job of an older version, whose names were not random
 */
record TemporaryNames(String seed) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int OWNER = 5;
    private static final int TOKEN = 8;
    private static final int SEED = 16;
    private static final String SECOND = "second";

    /** A seed for a new job. */
    static String newSeed() {
        return letters(random(), 0, SEED);
    }

    private static byte[] random() {
        byte[] bytes = new byte[SEED];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** What all names of the job have in common, so that its journal can be asked about one that was found. */
    String owner() {
        return letters(digest("owner"), 0, OWNER);
    }

    /** Where a file grows that will stand at a path on this computer. */
    Path beside(Path target) {
        String name = LocalTarget.name(target);
        return target.resolveSibling(
                seed.isEmpty()
                        ? TemporaryName.of(name)
                        : name(
                                TemporaryForm.HIDDEN,
                                TemporaryName.PART,
                                name,
                                token(target.toAbsolutePath().toString())));
    }

    /** Where the rest of a download grows: where an earlier attempt has noted it, else at a name of this job. */
    Path beside(Path target, @Nullable Partial begun) {
        if (begun == null) {
            return beside(target);
        }
        String name = LocalTarget.name(target);
        return target.resolveSibling(begun.name().isEmpty() ? TemporaryName.of(name) : begun.name());
    }

    /** The name of a file that will stand at a path on a server. */
    String beside(RemotePath target, TemporaryForm form) {
        return beside(target, form, 0);
    }

    /** One of several such names; all the same where names are long. */
    String beside(RemotePath target, TemporaryForm form, int number) {
        return made(target, form, TemporaryName.PART, number);
    }

    /** Where an upload grows: where an earlier attempt has noted it, else at a name of this job. */
    String beside(RemotePath target, TemporaryForm form, @Nullable Partial begun) {
        if (begun == null) {
            return beside(target, form);
        }
        return begun.name().isEmpty() ? older(target) : begun.name();
    }

    /**
     * The name under which what stands at a path on a server waits until its successor is in its place; several where names
     * are short.
     */
    String aside(RemotePath target, TemporaryForm form, int number) {
        return made(target, form, TemporaryName.ASIDE, number);
    }

    /**
     * Another name for such a file, which ends like the target, for trying whether the server renames at all. There are
     * two, so that a file that has kept one after a kill can be given the other.
     */
    String second(RemotePath target, int number) {
        String token = token(SECOND + number + target);
        String strict = target.syntax().temporaryName(letters(digest(SECOND + number + target), 0, TOKEN));
        return strict == null ? name(TemporaryForm.SAME_ENDING, TemporaryName.PART, target.name(), token) : strict;
    }

    /** Whether names beside a path are so short that two random ones can be the same. */
    static boolean isShort(RemotePath target) {
        return target.syntax().olderTemporaryName(target.name()) != null;
    }

    private String made(RemotePath target, TemporaryForm form, String kind, int number) {
        if (seed.isEmpty() && kind.equals(TemporaryName.PART)) {
            return older(target);
        }
        String token = token(target.toString());
        String strict = target.syntax().temporaryName(letters(digest(kind + number + target), 0, TOKEN));
        return strict == null ? name(form, kind, target.name(), token) : strict;
    }

    private static String older(RemotePath target) {
        String strict = target.syntax().olderTemporaryName(target.name());
        return strict == null ? TemporaryName.of(target.name()) : strict;
    }

    private static String name(TemporaryForm form, String kind, String name, String token) {
        int rest = token.length() + kind.length() + 3;
        return switch (form) {
            case HIDDEN -> "." + TemporaryName.beginningOf(name, rest) + "." + token + "." + kind;
            case VISIBLE -> TemporaryName.beginningOf(name, rest) + "." + token + "." + kind;
            case SAME_ENDING -> kind + "-" + token + "-" + TemporaryName.endOf(name, rest);
        };
    }

    private String token(String target) {
        return owner() + "-" + letters(digest(target), OWNER, TOKEN);
    }

    private byte[] digest(String what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + "\n" + what).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letters(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = from; i < from + length; i++) {
            text.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return text.toString();
    }
}
