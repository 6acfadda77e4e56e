// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

/** Something that the tour waited for did not happen. */
final class TourException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TourException(String message) {
        super(message);
    }
}
