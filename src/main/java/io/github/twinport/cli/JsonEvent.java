// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

/** The kinds of JSON objects, by the value of their {@code event}. */
enum JsonEvent {
    /** An entry of a listed folder. */
    ENTRY("entry"),
    /** A step of a plan. */
    PLAN("plan"),
    /** The sums of a plan. */
    PLAN_SUMMARY("planSummary"),
    /** A file is finished. */
    FILE("file"),
    /** A folder could not be transferred whole, or was made. */
    FOLDER("folder"),
    /** How far the transfers are. */
    PROGRESS("progress"),
    /** The sums of all transfers. */
    SUMMARY("summary"),
    /** A digest. */
    HASH("hash"),
    /** Something was deleted. */
    REMOVED("removed"),
    /** Something was moved. */
    MOVED("moved"),
    /** A link was made. */
    LINK("link"),
    /** Something could not be done. */
    FAILED("failed"),
    /** A saved password. */
    PASSWORD("password"),
    /** The master password is another one now. */
    MASTER_PASSWORD("masterPassword"),
    /** The command, or a part of it, cannot be done. */
    ERROR("error");

    private final String word;

    JsonEvent(String word) {
        this.word = word;
    }

    /** The value of {@code event}. */
    String word() {
        return word;
    }
}
