// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import io.github.twinport.transfer.QueueSnapshot.Total;
import java.util.ArrayList;
import java.util.List;

/** Notes what would be done. */
final class FakeEffects implements AfterQueueEffects {

    final List<String> calls = new ArrayList<>();

    @Override
    public void tell(Total total) {
        calls.add("tell " + total.done() + " " + total.failed());
    }

    @Override
    public void sound() {
        calls.add("sound");
    }

    @Override
    public void disconnect() {
        calls.add("disconnect");
    }

    @Override
    public void quit() {
        calls.add("quit");
    }

    @Override
    public void run(String command) {
        calls.add("run " + command);
    }

    @Override
    public void shutDown() {
        calls.add("shutDown");
    }
}
