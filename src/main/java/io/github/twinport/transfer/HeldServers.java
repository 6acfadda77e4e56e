// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The servers whose transfers are paused, also those to come. Guarded by the queue's lock. */
final class HeldServers {

    private final Set<HeldServer> held = new LinkedHashSet<>();
    private List<HeldServer> shown = List.of();

    HeldServers() {}

    void hold(Collection<HeldServer> servers) {
        held.addAll(servers);
        shown = List.copyOf(held);
    }

    void release(Collection<HeldServer> servers) {
        held.removeAll(servers);
        shown = List.copyOf(held);
    }

    boolean isHeld(TransferRequest request) {
        return !held.isEmpty() && held.contains(HeldServer.of(request));
    }

    /** All of them, the one that was paused first at the top; the same list as long as nothing has changed. */
    List<HeldServer> all() {
        return shown;
    }
}
