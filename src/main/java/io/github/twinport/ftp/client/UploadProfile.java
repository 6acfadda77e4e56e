// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Proof;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What uploads have learnt about one server, so that the next one begins with what works. Immutable; any thread.
 *
 * @param form the form of temporary names that is tried first
 * @param temporaryNames whether files can be kept under temporary names of that form, and are still there afterwards
 * @param renames whether files can be renamed at all
 * @param replacing whether a file can be renamed to the name of another, which it replaces
 * @param resuming whether REST and STOR keep what lies before the given place
 */
public record UploadProfile(TemporaryForm form, Proof temporaryNames, Proof renames, Proof replacing, Proof resuming) {

    /** Nothing is known yet. */
    public static final UploadProfile UNKNOWN =
            new UploadProfile(TemporaryForm.HIDDEN, Proof.UNKNOWN, Proof.UNKNOWN, Proof.UNKNOWN, Proof.UNKNOWN);

    /** The same with a form of temporary names that the server takes. */
    public UploadProfile withForm(TemporaryForm taken) {
        return new UploadProfile(taken, Proof.WORKS, renames, replacing, resuming);
    }

    /** The same for a server that takes no temporary names, or takes the files away. */
    public UploadProfile withoutTemporaryNames() {
        return new UploadProfile(form, Proof.REFUSED, renames, replacing, resuming);
    }

    /** The same with other knowledge about renames. */
    public UploadProfile withRenames(Proof proof) {
        return new UploadProfile(form, temporaryNames, proof, replacing, resuming);
    }

    /** The same with other knowledge about renames to a name that exists; whoever replaces can rename. */
    public UploadProfile withReplacing(Proof proof) {
        return new UploadProfile(form, temporaryNames, Proof.WORKS, proof, resuming);
    }

    /** The same with other knowledge about REST before STOR. */
    public UploadProfile withResuming(Proof proof) {
        return new UploadProfile(form, temporaryNames, renames, replacing, proof);
    }

    /** Whether uploads must go straight to their last names. */
    public boolean isDirect() {
        return temporaryNames == Proof.REFUSED || renames == Proof.REFUSED;
    }

    /** How it is kept; {@link #of} reads it. */
    public String text() {
        return Stream.of(form, temporaryNames, renames, replacing, resuming)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} wrote; what another version wrote and this one does not know is not known. */
    public static UploadProfile of(String text) {
        String[] words = text.split(" ", -1);
        if (words.length < 5) {
            return UNKNOWN;
        }
        TemporaryForm form = Arrays.stream(TemporaryForm.values())
                .filter(known -> known.name().equals(words[0]))
                .findFirst()
                .orElse(TemporaryForm.HIDDEN);
        return new UploadProfile(form, proof(words[1]), proof(words[2]), proof(words[3]), proof(words[4]));
    }

    private static Proof proof(String name) {
        return Arrays.stream(Proof.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Proof.UNKNOWN);
    }
}
