// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.ftp.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real FTP server from Debian's packages, as an ordinary process on free ports of a loopback address with everything it needs
 * in a temporary folder. Its one user is {@link #USER} with {@link #PASSWORD}, who sees {@link #root()} as {@code /}
 * and may write there.
 *
 * <pre>{@code
 * RealServer.assume(ServerKind.VSFTPD);
 * try (var server = RealServer.start(ServerKind.VSFTPD, Security.EXPLICIT_TLS, TlsVersion.TLS_1_3)) {
 *     Files.writeString(server.root().resolve("a"), "hello");
 *     server.adopt();
 *     ...
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread.
 */
public final class RealServer implements AutoCloseable {

    /** The user's name. */
    public static final String USER = "test";

    /** The user's password. */
    public static final String PASSWORD = "test";

    /**
     * How the server behaves.
     *
     * @param security how connections are protected; with TLS the login in clear is refused only by some servers
     * @param tls which versions of TLS it accepts
     * @param identity which certificate it shows
     * @param maxClients how many clients may be connected at once; 0 for no limit that matters
     * @param host the literal loopback address to listen on
     * @param root the folder to serve; null for one in the server's temporary folder
     * @param demandsCertificate whether clients have to show a certificate of the test authority (vsftpd and ProFTPD)
     * @param zone the time zone that the server lives in, as TZ names it
     * @param extra what is added to the configuration: lines for vsftpd and ProFTPD, words of the command line for
     *     Pure-FTPd, the charset of names for aioftp, {@code case-blind} for pyftpdlib; the
     *     other servers take none
     */
    public record Options(
            Security security,
            TlsVersion tls,
            TestCertificates.Identity identity,
            int maxClients,
            String host,
            @Nullable Path root,
            boolean demandsCertificate,
            String zone,
            List<String> extra) {

        /** With this protection, any version of TLS and a valid certificate, without limit. */
        public static Options of(Security security) {
            return new Options(
                    security,
                    TlsVersion.ANY,
                    TestCertificates.Identity.VALID,
                    0,
                    "127.0.0.1",
                    null,
                    false,
                    "UTC",
                    List.of());
        }

        /** The same with this version of TLS. */
        public Options tls(TlsVersion version) {
            return new Options(security, version, identity, maxClients, host, root, demandsCertificate, zone, extra);
        }

        /** The same with another certificate. */
        public Options identity(TestCertificates.Identity other) {
            return new Options(security, tls, other, maxClients, host, root, demandsCertificate, zone, extra);
        }

        /** The same with a limit of clients. */
        public Options maxClients(int limit) {
            return new Options(security, tls, identity, limit, host, root, demandsCertificate, zone, extra);
        }

        /** The same on another loopback address: {@code ::1}. */
        public Options host(String literal) {
            return new Options(security, tls, identity, maxClients, literal, root, demandsCertificate, zone, extra);
        }

        /** The same for a folder of the caller's, which the server's user must be able to reach. */
        public Options root(Path folder) {
            return new Options(security, tls, identity, maxClients, host, folder, demandsCertificate, zone, extra);
        }

        /** The same for clients with a certificate only. */
        public Options demandCertificate() {
            return new Options(security, tls, identity, maxClients, host, root, true, zone, extra);
        }

        /** The same with more lines in its configuration, or more words of its command line. */
        public Options extra(String... additions) {
            return new Options(
                    security, tls, identity, maxClients, host, root, demandsCertificate, zone, List.of(additions));
        }

        /** The same in another time zone. */
        public Options zone(String name) {
            return new Options(security, tls, identity, maxClients, host, root, demandsCertificate, name, extra);
        }
    }

    private final ServerKind kind;
    private final String host;
    private final Path run;
    private final Path root;
    private final PortRange ports;
    private final ServerRecipe.Command command;
    private final Thread cleaner = new Thread(this::removeLitter);
    private ServerProcess process;

    private RealServer(ServerKind kind, Options options) {
        if (!kind.supports(options.security())) {
            throw new IllegalArgumentException(kind + " has no " + options.security());
        }
        this.kind = kind;
        host = options.host();
        run = TemporaryFolder.create("twinport-" + kind.name().toLowerCase(Locale.ROOT));
        root = options.root() == null ? run.resolve("root") : options.root();
        ports = PortRange.reserve(options.host());
        try {
            Files.createDirectories(root);
            // The server gives up root's rights and still has to reach its folder.
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        adopt();
        command =
                kind.recipe().prepare(new ServerPlan(run, root, ports, options)).inZone(options.zone());
        Runtime.getRuntime().addShutdownHook(cleaner);
        process = launch();
    }

    /**
     * Skips the calling test when the server's files or the rights to run it are missing on this machine; fails it when
     * the environment variable {@code TWINPORT_REQUIRE} contains {@code servers}. A right that even root may not have
     * in a container only skips it.
     */
    public static void assume(ServerKind kind) {
        Requirement.SERVERS.assume(
                "root".equals(System.getProperty("user.name")),
                "real servers need root (they switch to another user, and PAM reads its rules from /etc)");
        List<String> missing = kind.recipe().missing();
        Requirement.SERVERS.assume(
                missing.isEmpty(), kind + " is not installed or unpacked here: " + missing + " missing; see .ci/run");
        String withheld = kind.recipe().withheldRight();
        Assumptions.assumeTrue(withheld.isEmpty(), kind + " needs " + withheld);
    }

    /** Starts a server; see {@link Options#of}. */
    public static RealServer start(ServerKind kind, Security security, TlsVersion tls) {
        return start(kind, Options.of(security).tls(tls));
    }

    /** Starts a server and returns when it listens. */
    public static RealServer start(ServerKind kind, Options options) {
        return new RealServer(kind, options);
    }

    /** Which server this is. */
    public ServerKind kind() {
        return kind;
    }

    /** The literal address that it listens on. */
    public String host() {
        return host;
    }

    /** The port of the control connection; the same after every restart. */
    public int port() {
        return ports.control();
    }

    /** The folder that the user sees as {@code /}. */
    public Path root() {
        return root;
    }

    /** Gives everything in {@link #root()} to the server's user, after a test has put files there. */
    public void adopt() {
        var lookup = root.getFileSystem().getUserPrincipalLookupService();
        try (Stream<Path> tree = Files.walk(root)) {
            var user = lookup.lookupPrincipalByName(ServerPlan.SYSTEM_USER);
            var group = lookup.lookupPrincipalByGroupName(ServerPlan.SYSTEM_GROUP);
            for (Path path : (Iterable<Path>) tree::iterator) {
                var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                view.setOwner(user);
                view.setGroup(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server's main process runs. */
    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the server with all its sessions at once: clients see their connections break. */
    public synchronized void kill() {
        process.kill();
    }

    /** Kills the server if it runs, then starts it again on the same port over the same folder. */
    public synchronized void restart() {
        process.kill();
        process = launch();
    }

    /** What the server has printed and logged so far, for messages of failed assertions. */
    public String log() {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.list(run)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                text.append("== ").append(file.getFileName()).append('\n');
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public synchronized void close() {
        process.kill();
        ports.close();
        removeLitter();
        Runtime.getRuntime().removeShutdownHook(cleaner);
        TemporaryFolder.delete(run);
    }

    private ServerProcess launch() {
        try {
            return ServerProcess.start(command, run.resolve("output.log"), ports.control());
        } catch (AssertionError e) {
            String log = log();
            ports.close();
            removeLitter();
            throw new AssertionError(e.getMessage() + "\n" + log, e);
        }
    }

    private void removeLitter() {
        for (Path file : command.litter()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
