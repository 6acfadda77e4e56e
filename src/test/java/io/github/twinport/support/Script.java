// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

/** What a {@link ScriptedServer} does with one control connection. Runs on the thread of that connection. */
@FunctionalInterface
public interface Script {

    /**
     * Plays the server's part from the accepted connection on.
     *
     * @param conversation the server's end of the control connection
     * @throws Exception anything thrown is a failure of the test, reported by the server
     */
    void play(Conversation conversation) throws Exception;
}
