// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** pyftpdlib, the event-driven server of Debian's package python3-pyftpdlib, run by a small script. */
final class PyftpdRecipe implements ServerRecipe {

    @Override
    public List<String> missing() {
        return ServerBinaries.missing(
                "python",
                "usr/bin/python3",
                "usr/lib/python3/dist-packages/pyftpdlib",
                "usr/lib/python3/dist-packages/OpenSSL");
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path script = plan.script("pyftpd.py");
        return new Command(
                List.of(
                        "/usr/bin/python3",
                        script.toString(),
                        plan.root().toString(),
                        plan.host(),
                        Integer.toString(plan.ports().control()),
                        Integer.toString(plan.ports().firstPassive()),
                        Integer.toString(plan.ports().lastPassive()),
                        RealServer.USER,
                        RealServer.PASSWORD,
                        plan.options().security().name(),
                        plan.usesTls()
                                ? TestCertificates.get()
                                        .keyAndChainPem(plan.options().identity())
                                        .toString()
                                : "",
                        plan.options().tls().name(),
                        Integer.toString(plan.options().maxClients()),
                        Integer.toString(ServerPlan.SYSTEM_ID),
                        plan.options().extra().isEmpty()
                                ? ""
                                : plan.options().extra().getFirst()),
                Map.of("LC_ALL", "C.UTF-8"),
                List.of());
    }
}
