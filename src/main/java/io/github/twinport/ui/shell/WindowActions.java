// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

/** What the menu of the main window can have it do. JavaFX thread only. */
interface WindowActions {

    /** Lets the user type an address to connect to. */
    void focusAddress();

    /** Gives the keyboard to the pane of this computer. */
    void focusLocal();

    /** Gives the keyboard to the pane of the server. */
    void focusRemote();

    /** Brings the transfers to the front. */
    void showTransfers();

    /** Brings the log to the front. */
    void showLog();

    /** Asks for a name and saves what is connected with both folders. */
    void saveConnection();

    /** Shows the list of saved sites. */
    void manageSites();

    /** Shows all keys. */
    void showKeys();

    /** Says what this program is. */
    void showAbout();

    /** Closes the window, after a question when transfers are not finished. */
    void quit();
}
