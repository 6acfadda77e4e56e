// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as disks see it that tell neither large from small letters nor one form of an accent from the other. Immutable;
 * any thread.
 */
public record Spelling(String folded) {

    /** The spelling of a name; equal for names that such a disk takes for the same. */
    public static Spelling of(String name) {
        return new Spelling(Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
    }
}
