// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import io.github.twinport.transfer.QueueSnapshot.Total;

/**
 * Does what was chosen for the end of the queue. An interface so that tests neither end the program nor the computer.
 * All methods are called on the JavaFX thread and return at once.
 */
public interface AfterQueueEffects {

    /** Tells the user how the queue ended. */
    void tell(Total total);

    /** Plays a tone. */
    void sound();

    /** Closes the connection for browsing. */
    void disconnect();

    /** Ends the program as if the user had closed its window. */
    void quit();

    /** Runs a command as the system's shell understands it. */
    void run(String command);

    /** Shuts the computer down and ends the program. */
    void shutDown();
}
