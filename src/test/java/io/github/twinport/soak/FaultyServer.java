// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.TestCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfiguration;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.impl.DefaultDataConnectionConfiguration;
import org.apache.ftpserver.impl.PassivePorts;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache FtpServer with commands and connections of which some go wrong. */
final class FaultyServer implements AutoCloseable {

    /** The user's name and password. */
    static final String USER = "test";

    private static final int DATA_PORTS = 32;
    private static final int IDLE_SECONDS = 60;
    private static final int THREADS = 64;

    // Held here because the logging system forgets levels of loggers that nobody holds.
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.apache.ftpserver"), Logger.getLogger("org.apache.mina"));

    private final List<FaultyRelay> relays = new ArrayList<>();
    private final FtpServer server;

    /** Serves a folder to {@link #USER}, in clear or with explicit TLS. */
    FaultyServer(Path folder, Security security, Faults faults) throws IOException {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        for (int i = 0; i < DATA_PORTS; i++) {
            relays.add(FaultyRelay.data(faults));
        }
        String ports =
                relays.stream().map(relay -> String.valueOf(relay.port())).collect(Collectors.joining(","));
        FaultyRelay control = FaultyRelay.control(faults);
        relays.addFirst(control);

        var listener = new ListenerFactory();
        listener.setServerAddress(FaultyRelay.SERVER);
        listener.setPort(control.port());
        if (security.usesTls()) {
            listener.setSslConfiguration(tls());
        }
        listener.setDataConnectionConfiguration(data(ports, security));
        var connections = new ConnectionConfigFactory();
        connections.setMaxLogins(0);
        connections.setMaxThreads(THREADS);
        var factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        factory.setConnectionConfig(connections.createConnectionConfig());
        factory.setCommandFactory(new FaultyCommands(faults));
        try {
            factory.setUserManager(users(folder));
            server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new IOException(e);
        }
    }

    /** Where clients connect. */
    int port() {
        return relays.getFirst().port();
    }

    @Override
    public void close() {
        server.stop();
        relays.forEach(FaultyRelay::close);
    }

    /** Made by hand, because what the factory makes looks for ports that are free on all addresses. */
    private static DataConnectionConfiguration data(String ports, Security security) {
        SslConfiguration tls = security.usesTls() ? tls() : null;
        return new DefaultDataConnectionConfiguration(
                IDLE_SECONDS,
                tls,
                false,
                false,
                FaultyRelay.SERVER,
                0,
                FaultyRelay.SERVER,
                new PassivePorts(ports, false),
                FaultyRelay.HOST,
                false,
                false);
    }

    private static SslConfiguration tls() {
        TestCertificates certificates = TestCertificates.get();
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(
                certificates.keyStore(TestCertificates.Identity.VALID).toFile());
        tls.setKeystorePassword(certificates.password());
        tls.setKeystoreType("PKCS12");
        tls.setSslProtocol("TLSv1.2", "TLSv1.3");
        return tls.createSslConfiguration();
    }

    private static UserManager users(Path folder) throws FtpException {
        List<Authority> authorities = List.of(new WritePermission(), new ConcurrentLoginPermission(0, 0));
        var user = new BaseUser();
        user.setName(USER);
        user.setPassword(USER);
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(authorities);
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        users.save(user);
        return users;
    }
}
