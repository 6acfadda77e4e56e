// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * ftpd of GNU inetutils, which is started for every connection and knows only the users of the system. A private
 * {@code /etc}, mounted where only this server sees it, holds its one user, whose home is the served folder.
 */
final class InetutilsRecipe implements ServerRecipe {

    private static final String FOLDER = "inetutils";

    /** Mounts the first argument over /etc and becomes the program that the others name. */
    private static final String PRIVATE_ETC = "mount --bind \"$0\" /etc && exec \"$@\"";

    @Override
    public List<String> missing() {
        return ServerBinaries.missing(FOLDER, "usr/sbin/ftpd", "usr/bin/python3", "usr/bin/unshare", "usr/bin/mount");
    }

    @Override
    public String withheldRight() {
        try {
            Process process = new ProcessBuilder("unshare", "--mount", "true")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "a mount namespace of its own: " + said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while unshare ran", e);
        }
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path etc = plan.run().resolve("etc");
        try {
            Files.createDirectories(etc.resolve("pam.d"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plan.write(
                "etc/passwd",
                "root:x:0:0::/:/bin/sh\n" + RealServer.USER + ":x:" + ServerPlan.SYSTEM_ID + ":" + ServerPlan.SYSTEM_ID
                        + "::" + plan.root() + ":/bin/sh\n");
        plan.write("etc/group", "root:x:0:\n" + ServerPlan.SYSTEM_GROUP + ":x:" + ServerPlan.SYSTEM_ID + ":\n");
        TemporaryFolder.restrict(
                plan.write("etc/shadow", RealServer.USER + ":" + ServerPlan.PASSWORD_HASH + ":19000:0:99999:7:::\n"));
        plan.write("etc/shells", "/bin/sh\n");
        plan.write("etc/nsswitch.conf", "passwd: files\ngroup: files\nshadow: files\n");
        plan.write("etc/ftpchroot", RealServer.USER + "\n");
        plan.write("etc/pam.d/ftp", """
                auth required pam_unix.so
                account required pam_unix.so
                session required pam_permit.so
                """);
        Path script = plan.write("inetd.py", script());
        return new Command(
                List.of(
                        "/usr/bin/unshare",
                        "--mount",
                        "/bin/sh",
                        "-c",
                        PRIVATE_ETC,
                        etc.toString(),
                        "/usr/bin/python3",
                        script.toString(),
                        plan.host(),
                        Integer.toString(plan.ports().control()),
                        ServerBinaries.get(FOLDER, "usr/sbin/ftpd").toString(),
                        "ftpd"),
                Map.of("LC_ALL", "C.UTF-8"),
                List.of());
    }

    private static String script() {
        try (InputStream in = InetutilsRecipe.class.getResourceAsStream("inetd.py")) {
            if (in == null) {
                throw new AssertionError("inetd.py is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
