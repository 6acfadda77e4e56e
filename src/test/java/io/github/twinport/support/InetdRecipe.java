// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server of the BSD family, which is started for every connection and knows only the users of the system. A private
 * {@code /etc}, mounted where only this server sees it, holds its one user, whose home is the served folder.
 *
 * @param folder where the server is unpacked
 * @param program where its program lies there
 * @param programs the folders of the system that the program needs inside of the served folder, which is its root: one
 *     that lists by {@code /bin/ls} finds it there. They are mounted where only this server sees what is in them
 */
record InetdRecipe(String folder, String program, List<String> programs) implements ServerRecipe {

    /** Mounts the first argument over /etc and becomes the program that the others name. */
    private static final String PRIVATE_ETC = "mount --bind \"$0\" /etc && exec \"$@\"";

    /** ftpd of GNU inetutils. */
    static InetdRecipe inetutils() {
        return new InetdRecipe("inetutils", "usr/sbin/ftpd", List.of());
    }

    /** Linux' port of OpenBSD's ftpd, as Debian's ftpd-ssl has it. */
    static InetdRecipe linuxFtpd() {
        return new InetdRecipe("linuxftpd", "usr/sbin/in.ftpd", List.of("bin", "lib", "lib64"));
    }

    @Override
    public List<String> missing() {
        return ServerBinaries.missing(folder, program, "usr/bin/python3", "usr/bin/unshare", "usr/bin/mount");
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
        // linux-ftpd refuses every user where pam_ftp does not stand before.
        plan.write("etc/pam.d/ftp", """
                auth sufficient pam_ftp.so
                auth required pam_unix.so try_first_pass
                account required pam_unix.so
                session required pam_permit.so
                """);
        Path script = plan.script("inetd.py");
        return new Command(
                List.of(
                        "/usr/bin/unshare",
                        "--mount",
                        "/bin/sh",
                        "-c",
                        mounts(plan) + PRIVATE_ETC,
                        etc.toString(),
                        "/usr/bin/python3",
                        script.toString(),
                        plan.host(),
                        Integer.toString(plan.ports().control()),
                        ServerBinaries.get(folder, program).toString(),
                        "ftpd"),
                Map.of("LC_ALL", "C.UTF-8"),
                List.of());
    }

    private String mounts(ServerPlan plan) {
        StringBuilder mounts = new StringBuilder();
        for (String each : programs) {
            Path there = plan.root().resolve(each);
            try {
                Files.createDirectories(there);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            mounts.append("mount --bind /")
                    .append(each)
                    .append(" '")
                    .append(there)
                    .append("' && ");
        }
        return mounts.toString();
    }
}
