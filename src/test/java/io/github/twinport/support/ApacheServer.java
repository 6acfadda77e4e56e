// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.ftp.Security;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.TransferRatePermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/**
 * Apache FtpServer inside this JVM on a free loopback port, over a folder of the caller's. Users are {@link #USER}
 * and, reading only, {@code anonymous}. It strips blanks at the end of names, lists no hidden files in MLSD and forgets
 * REST at the next EPSV; what depends on such things is tested with other servers.
 *
 * <p>All methods may be called from any thread.
 */
public final class ApacheServer implements AutoCloseable {

    /** The user's name. */
    public static final String USER = "test";

    /** The user's password. */
    public static final String PASSWORD = "test";

    // They report what tests provoke on purpose. Held here because the logging system forgets levels of loggers that
    // nobody holds.
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.apache.ftpserver"), Logger.getLogger("org.apache.mina"));

    /**
     * How the server behaves.
     *
     * @param security how control and data connections are protected
     * @param identity which certificate it shows
     * @param tlsProtocols which versions of TLS it accepts, in JSSE's names
     * @param maxLogins how many users may be logged in at once; the next one gets 421 after USER
     * @param writable whether the user may change anything
     * @param host the literal loopback address to listen on
     */
    public record Options(
            Security security,
            TestCertificates.Identity identity,
            List<String> tlsProtocols,
            int maxLogins,
            boolean writable,
            String host) {

        /** Without TLS, writable, practically without limit. */
        public static Options plain() {
            return of(Security.PLAIN);
        }

        /** With this protection and a valid certificate, writable, practically without limit. */
        public static Options of(Security security) {
            return new Options(
                    security, TestCertificates.Identity.VALID, List.of("TLSv1.2", "TLSv1.3"), 500, true, "127.0.0.1");
        }

        /** The same with another certificate. */
        public Options identity(TestCertificates.Identity other) {
            return new Options(security, other, tlsProtocols, maxLogins, writable, host);
        }

        /** The same with these versions of TLS only. */
        public Options tlsProtocols(String... only) {
            return new Options(security, identity, List.of(only), maxLogins, writable, host);
        }

        /** The same with a limit of logins. */
        public Options maxLogins(int limit) {
            return new Options(security, identity, tlsProtocols, limit, writable, host);
        }

        /** The same on another loopback address: {@code ::1}. */
        public Options host(String literal) {
            return new Options(security, identity, tlsProtocols, maxLogins, writable, literal);
        }

        /** The same for reading only. */
        public Options readOnly() {
            return new Options(security, identity, tlsProtocols, maxLogins, false, host);
        }
    }

    /**
     * How long it waits for a data connection; five minutes without this, in which a client that is killed between its
     * command and its connection keeps it busy.
     */
    private static final int SECONDS_FOR_DATA = 20;

    private record Hold(String start, long after, CountDownLatch released) {}

    private final Path folder;
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();
    private final Options options;
    private final int port;
    private @Nullable FtpServer server;

    private ApacheServer(Path folder, Options options) {
        this.folder = folder;
        this.options = options;
        port = Loopback.freePort(options.host());
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** Serves the folder without TLS. */
    public static ApacheServer start(Path folder) {
        return start(folder, Options.plain());
    }

    /** Serves the folder with these options. */
    public static ApacheServer start(Path folder, Options options) {
        var server = new ApacheServer(folder, options);
        server.restart();
        return server;
    }

    /** The literal address that it listens on. */
    public String host() {
        return options.host();
    }

    /** The port of the control connection; the same after every restart. */
    public int port() {
        return port;
    }

    /** The folder that users see as {@code /}. */
    public Path folder() {
        return folder;
    }

    /** How many commands with a verb have come so far, also before a restart. */
    public long commands(String verb) {
        return commandsFrom(verb + " ");
    }

    private long commandsFrom(String start) {
        return commands.stream().filter(line -> line.startsWith(start)).count();
    }

    /** Does so many of the commands that begin like this, and lets all further ones wait for {@link #release}. */
    public void holdAfter(int count, String start) {
        holds.add(new Hold(start, count, new CountDownLatch(1)));
    }

    /** Does what {@link #holdAfter} has held, and holds nothing any more. */
    public void release() {
        holds.forEach(hold -> hold.released().countDown());
        holds.clear();
    }

    /** Stops if it runs, then starts again on the same port. Connections break; users have to log in again. */
    public synchronized void restart() {
        stop();
        try {
            FtpServer fresh = create();
            fresh.start();
            server = fresh;
        } catch (FtpException e) {
            throw new AssertionError("Apache FtpServer did not start: " + e.getMessage(), e);
        }
    }

    /** Stops listening and breaks all connections; nothing happens when it does not run. */
    public synchronized void stop() {
        FtpServer running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        release();
        stop();
    }

    private FtpServer create() throws FtpException {
        var listener = new ListenerFactory();
        listener.setServerAddress(host());
        listener.setPort(port);
        var data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress(host());
        data.setActiveEnabled(true);
        data.setIdleTime(SECONDS_FOR_DATA);
        if (options.security().usesTls()) {
            SslConfiguration tls = tls();
            boolean implicit = options.security() == Security.IMPLICIT_TLS;
            listener.setSslConfiguration(tls);
            listener.setImplicitSsl(implicit);
            data.setSslConfiguration(tls);
            data.setImplicitSsl(implicit);
        }
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());

        var connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(true);
        connections.setMaxLogins(options.maxLogins());
        connections.setMaxAnonymousLogins(options.maxLogins());
        connections.setMaxThreads(16);

        var factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        factory.setConnectionConfig(connections.createConnectionConfig());
        factory.setUserManager(users());
        factory.getFtplets().put("commands", new DefaultFtplet() {
            @Override
            public FtpletResult beforeCommand(FtpSession session, FtpRequest request) {
                commands.add(request.getRequestLine());
                hold(request.getRequestLine());
                return FtpletResult.DEFAULT;
            }
        });
        return factory.createServer();
    }

    private void hold(String line) {
        for (Hold hold : holds) {
            if (line.startsWith(hold.start()) && commandsFrom(hold.start()) > hold.after()) {
                try {
                    hold.released().await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private SslConfiguration tls() {
        TestCertificates certificates = TestCertificates.get();
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(certificates.keyStore(options.identity()).toFile());
        tls.setKeystorePassword(certificates.password());
        tls.setKeystoreType("PKCS12");
        tls.setSslProtocol(options.tlsProtocols().toArray(String[]::new));
        return tls.createSslConfiguration();
    }

    private UserManager users() throws FtpException {
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        users.save(user(USER, PASSWORD, options.writable()));
        users.save(user("anonymous", "", false));
        return users;
    }

    private BaseUser user(String name, String password, boolean writable) {
        List<Authority> authorities = new ArrayList<>();
        authorities.add(new ConcurrentLoginPermission(500, 500));
        authorities.add(new TransferRatePermission(0, 0));
        if (writable) {
            authorities.add(new WritePermission());
        }
        var user = new BaseUser();
        user.setName(name);
        user.setPassword(password);
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(authorities);
        return user;
    }
}
