// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pure-FTPd with one virtual user from its own password database. It knows no implicit TLS. */
final class PureFtpdRecipe implements ServerRecipe {

    private static final String FOLDER = "pureftpd";

    @Override
    public List<String> missing() {
        return ServerBinaries.missing(FOLDER, "usr/sbin/pure-ftpd", "usr/bin/pure-pw");
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path passwords = plan.write(
                "passwd",
                RealServer.USER + ":" + ServerPlan.PASSWORD_HASH + ":" + ServerPlan.SYSTEM_ID + ":"
                        + ServerPlan.SYSTEM_ID + "::" + plan.root() + "/./::::::::::::\n");
        Path database = plan.run().resolve("users.pdb");
        makeDatabase(passwords, database);
        int maxClients = plan.options().maxClients() > 0 ? plan.options().maxClients() : 200;
        List<String> words = new ArrayList<>(List.of(
                ServerBinaries.get(FOLDER, "usr/sbin/pure-ftpd").toString(),
                "-S",
                plan.host() + "," + plan.ports().control(),
                "-p",
                plan.ports().firstPassive() + ":" + plan.ports().lastPassive(),
                "-g",
                plan.run().resolve("pure-ftpd.pid").toString(),
                "-l",
                "puredb:" + database,
                "-u",
                "1",
                "-E",
                "-H",
                "-I",
                "15",
                "-L",
                "1000000:200",
                "-z",
                "-D",
                "-c",
                Integer.toString(maxClients)));
        if (plan.usesTls()) {
            Path certificate =
                    TestCertificates.get().keyAndChainPem(plan.options().identity());
            words.addAll(List.of("-Y", "1", "-2", certificate.toString()));
        }
        words.addAll(plan.options().extra());
        return new Command(
                words, Map.of("OPENSSL_CONF", plan.openSslConfiguration().toString()), List.of());
    }

    private static void makeDatabase(Path passwords, Path database) {
        try {
            Process process = new ProcessBuilder(
                            ServerBinaries.get(FOLDER, "usr/bin/pure-pw").toString(),
                            "mkdb",
                            database.toString(),
                            "-f",
                            passwords.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("pure-pw failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while pure-pw ran", e);
        }
    }
}
