// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The exact command lines of Twinport and the programs it is compared with, for one server.
 *
 * @param host where the server listens
 * @param root the server's folder as this machine sees it
 * @param local a folder of this machine
 */
record Peers(String host, int port, Security security, Path root, Path local) {

    private static final String LOGIN = RealServer.USER + ":" + RealServer.PASSWORD;

    /** Twinport as users have it after packaging, in a fresh process. */
    private static final String TWINPORT =
            Path.of("target/twinport/bin/twinport").toAbsolutePath().toString();

    List<String> twinport(String command, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(TWINPORT, command));
        if (security.usesTls()) {
            words.add("--insecure");
        }
        words.addAll(arguments);
        return words;
    }

    List<String> twinportGet(String path, int jobs) {
        return twinport("get", List.of("--jobs=" + jobs, twinportUrl(path), local.toString()));
    }

    List<String> twinportPut(Path source, int jobs) {
        return twinport("put", List.of("--jobs=" + jobs, source.toString(), twinportUrl("/up/")));
    }

    /** With everything left at its default. */
    List<String> twinportGet(String path) {
        return twinport("get", List.of(twinportUrl(path), local.toString()));
    }

    List<String> twinportPut(Path source) {
        return twinport("put", List.of(source.toString(), twinportUrl("/up/")));
    }

    List<String> twinportList(String path) {
        return twinport("ls", List.of("--json", twinportUrl(path)));
    }

    List<String> curlGet(String path, Path target) {
        return curl(List.of("-o", target.toString(), url(path)));
    }

    List<String> curlPut(Path source, String path) {
        return curl(List.of("-T", source.toString(), url(path)));
    }

    List<String> curlList(String path) {
        return curl(List.of(url(path + "/")));
    }

    /** Every file of a tree in one process; with one connection, or with several at once. */
    List<String> curlGetTree(Path tree, int connections) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(tree)) {
            lines.add("url=\"" + url("/" + root.relativize(file)) + "\"");
            lines.add("output=\"" + local.resolve(tree.getParent().relativize(file)) + "\"");
        }
        return curl(parallel(
                connections,
                List.of("--ftp-method", "nocwd", "--create-dirs", "-K", configuration("down.cfg", lines))));
    }

    List<String> curlPutTree(Path tree, int connections) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(tree)) {
            lines.add("upload-file=\"" + file + "\"");
            lines.add("url=\"" + url("/up/" + tree.getParent().relativize(file)) + "\"");
        }
        return curl(parallel(connections, List.of("--ftp-create-dirs", "-K", configuration("up.cfg", lines))));
    }

    List<String> lftpGet(String path, Path target) {
        return lftp("get " + path + " -o " + target, true);
    }

    List<String> lftpSegmentedGet(String path, Path target) {
        return lftp("pget -n 4 " + path + " -o " + target, true);
    }

    List<String> lftpPut(Path source, String path) {
        return lftp("put " + source + " -o " + path, true);
    }

    /** Mirrors both ways; without sync mode lftp pipelines. */
    List<String> lftpGetTree(String path, int connections, boolean syncMode) {
        return lftp("mirror --parallel=" + connections + " " + path + " " + local.resolve(path.substring(1)), syncMode);
    }

    List<String> lftpPutTree(Path tree, int connections, boolean syncMode) {
        return lftp("mirror -R --parallel=" + connections + " " + tree + " /up/" + tree.getFileName(), syncMode);
    }

    List<String> lftpList(String path) {
        return lftp("set cache:enable no; nlist " + path, true);
    }

    private List<String> curl(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-k"));
        if (security.usesTls()) {
            words.add("--ssl-reqd");
        }
        words.addAll(arguments);
        return words;
    }

    private static List<String> parallel(int connections, List<String> arguments) {
        List<String> words = new ArrayList<>();
        if (connections > 1) {
            words.addAll(List.of("-Z", "--parallel-max", Integer.toString(connections)));
        }
        words.addAll(arguments);
        return words;
    }

    private List<String> lftp(String script, boolean syncMode) {
        String settings = "set ssl:verify-certificate no; set net:max-retries 3; set net:timeout 30; set xfer:log no;"
                + (security.usesTls()
                        ? " set ftp:ssl-force yes; set ftp:ssl-protect-data yes;"
                        : " set ftp:ssl-allow no;")
                + (syncMode ? "" : " set ftp:sync-mode off;");
        return List.of(
                "lftp",
                "--norc",
                "-c",
                settings + " open -u " + LOGIN.replace(':', ',') + " -p " + port + " ftp://" + host + "; " + script);
    }

    private String url(String path) {
        return "ftp://" + LOGIN + "@" + host + ":" + port + path;
    }

    private String twinportUrl(String path) {
        return (security.usesTls() ? "ftpes" : "ftp") + url(path).substring("ftp".length());
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String configuration(String name, List<String> lines) throws IOException {
        return Files.write(local.resolveSibling(name), lines).toString();
    }
}
