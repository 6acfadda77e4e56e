// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.packaging;

import io.github.twinport.bench.Folders;
import io.github.twinport.ftp.Security;
import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has commands do real work with a server in this program, so that Java can leave behind what they need: classes that are
 * linked already, and what is worth compiling. Part of the build; without what it leaves commands only start more slowly,
 * so where it cannot work it says so and the build goes on.
 */
public final class Rehearsal {

    private static final int FOLDERS = 10;
    private static final int FILES = 40;
    private static final int LENGTH = 2048;
    private static final long MINUTES = 2;

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /**
     * Rehearses.
     *
     * @param arguments the file to make, a folder for what has to be kept meanwhile, and the options of Java that
     *     start Twinport
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path cache = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try {
            Folders.empty(folder);
            new Rehearsal(folder).run(cache, List.of(arguments).subList(2, arguments.length));
            Folders.delete(folder);
        } catch (IOException | RuntimeException | AssertionError e) {
            System.out.println("commands were not rehearsed, they will start more slowly: " + e);
        }
        System.exit(0);
    }

    private void run(Path cache, List<String> options) throws IOException, InterruptedException {
        makeTree(folder.resolve("tree"));
        Path served = Files.createDirectories(folder.resolve("served"));
        try (ApacheServer plain = ApacheServer.start(served);
                ApacheServer tls = ApacheServer.start(served, ApacheServer.Options.of(Security.EXPLICIT_TLS))) {
            commands("ftp", plain);
            commands("ftpes", tls);
            Path list = Files.write(folder.resolve("commands"), lines);
            List<String> words = new ArrayList<>(options);
            words.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.add(1, "-XX:AOTCacheOutput=" + cache);
            words.addAll(List.of("rehearse", list.toString()));
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            if (process.exitValue() != 0) {
                Files.deleteIfExists(cache);
                throw new IOException(Files.readString(folder.resolve("output")));
            }
        }
    }

    /** What is done most often many times, and the rest once. */
    private void commands(String scheme, ApacheServer server) {
        String remote = scheme + "://" + ApacheServer.USER + ":" + ApacheServer.PASSWORD + "@" + server.host() + ":"
                + server.port() + "/";
        Path tree = folder.resolve("tree");
        Path back = folder.resolve("back-" + scheme);
        command("put", "--jobs=4", tree.toString(), remote + scheme + "/");
        command("get", "--jobs=4", remote + scheme + "/tree", back.toString());
        command(
                "mirror",
                "--jobs=4",
                remote + scheme + "/tree",
                back.resolve("tree").toString());
        command("ls", "--json", remote + scheme + "/tree/folder0");
        command("ls", remote + scheme);
        command("mv", remote + scheme + "/tree/folder0/file0.bin", "/" + scheme + "/file");
        command("rm", "--recursive", remote + scheme);
    }

    private void command(String name, String... arguments) {
        List<String> words = new ArrayList<>(List.of(name, "--insecure", "--profile=" + folder.resolve("profile")));
        words.addAll(List.of(arguments));
        lines.add(String.join("\t", words));
    }

    private static void makeTree(Path tree) throws IOException {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < FOLDERS; i++) {
            Path inside = Files.createDirectories(tree.resolve("folder" + i));
            for (int j = 0; j < FILES; j++) {
                Files.write(inside.resolve("file" + j + ".bin"), bytes);
            }
        }
    }
}
