// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** aioftp, the event-driven server of Debian's package python3-aioftp, run by a small script. */
final class AioftpRecipe implements ServerRecipe {

    private static final String FOLDER = "aioftp";
    private static final String MODULE = "usr/lib/python3/dist-packages/aioftp";

    @Override
    public List<String> missing() {
        return ServerBinaries.missing(FOLDER, "usr/bin/python3", MODULE);
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path modules = Objects.requireNonNull(ServerBinaries.get(FOLDER, MODULE).getParent());
        return new Command(
                List.of(
                        "/usr/bin/python3",
                        plan.script("aioftp_server.py").toString(),
                        plan.root().toString(),
                        plan.host(),
                        Integer.toString(plan.ports().control()),
                        Integer.toString(plan.ports().firstPassive()),
                        Integer.toString(plan.ports().lastPassive()),
                        RealServer.USER,
                        RealServer.PASSWORD,
                        Integer.toString(plan.options().maxClients()),
                        plan.options().extra().isEmpty()
                                ? "utf-8"
                                : plan.options().extra().getFirst(),
                        Integer.toString(ServerPlan.SYSTEM_ID)),
                Map.of("LC_ALL", "C.UTF-8", "PYTHONPATH", modules.toString()),
                List.of());
    }
}
