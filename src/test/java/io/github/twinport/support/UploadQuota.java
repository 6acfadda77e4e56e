// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** ProFTPD's limit of the bytes that its user may have uploaded, in tables made by ProFTPD's own tool. */
public final class UploadQuota {

    private static final String TOOL = "usr/sbin/ftpquota";

    private UploadQuota() {}

    /** Skips the calling test, or fails it, where {@link RealServer#assume} would, when the tool or the module is missing. */
    public static void assume() {
        RealServer.assume(ServerKind.PROFTPD);
        List<String> missing = ServerBinaries.missing("proftpd", TOOL, "usr/lib/proftpd/mod_quotatab_file.so");
        Requirement.SERVERS.assume(missing.isEmpty() && Files.exists(Path.of("/usr/bin/perl")), "missing: " + missing);
    }

    /** Makes the tables in a folder of the caller's; the lines for the server's configuration. */
    public static String[] lines(Path folder, long bytes) throws IOException, InterruptedException {
        Path limits = folder.resolve("limits");
        Path tallies = folder.resolve("tallies");
        run("--type=limit", "--table-path=" + limits, "--create-table");
        run("--type=tally", "--table-path=" + tallies, "--create-table");
        run(
                "--type=limit",
                "--table-path=" + limits,
                "--add-record",
                "--name=" + RealServer.USER,
                "--quota-type=user",
                "--limit-type=hard",
                "--bytes-upload=" + bytes);
        return new String[] {
            "LoadModule mod_quotatab.c",
            "LoadModule mod_quotatab_file.c",
            "QuotaEngine on",
            "QuotaLog " + folder.resolve("quota.log"),
            "QuotaLimitTable file:" + limits,
            "QuotaTallyTable file:" + tallies
        };
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("/usr/bin/perl", ServerBinaries.get("proftpd", TOOL).toString()));
        words.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }
}
