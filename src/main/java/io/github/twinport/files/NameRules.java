// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

/** Which names the place that is to hold them takes. Any thread. */
public interface NameRules {

    /** The name itself where it may stand there, else the one closest to it that may. */
    String closest(String name);

    /** Whether a name is short enough. */
    boolean fits(String name);
}
