// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A session with a scripted server and everything that can be seen of it from outside. */
final class TestSession implements AutoCloseable {

    /** The password that must never be seen. */
    static final String PASSWORD = "hunter22";

    /** The account that must never be seen. */
    static final String ACCOUNT = "acct-7788";

    private final List<ProtocolLine> log = new CopyOnWriteArrayList<>();
    private final List<SessionState> states = new CopyOnWriteArrayList<>();
    private final Session session;

    private TestSession(Plan plan) {
        ConnectionSettings settings = new ConnectionSettings(
                new Server(plan.host(), plan.port(), plan.security()),
                plan.credentials(),
                plan.mode(),
                StandardCharsets.UTF_8,
                plan.tls()
                        .apply(new TlsSettings(TestCertificates.get().trustManager(), plan.decider(), plan.versions())),
                plan.timeouts(),
                log::add,
                plan.options());
        Duration trusted = plan.trusted();
        session = trusted == null ? new Session(settings) : new Session(settings, new IdleCheck(trusted));
        session.onState(states::add);
    }

    /** Everything that a test may want to be different. */
    record Plan(
            String host,
            int port,
            Security security,
            DataMode mode,
            Timeouts timeouts,
            TrustDecider decider,
            List<String> versions,
            @Nullable Duration trusted,
            ConnectionOptions options,
            Credentials credentials,
            UnaryOperator<TlsSettings> tls) {

        Plan security(Security other) {
            return new Plan(host, port, other, mode, timeouts, decider, versions, trusted, options, credentials, tls);
        }

        Plan mode(DataMode other) {
            return new Plan(
                    host, port, security, other, timeouts, decider, versions, trusted, options, credentials, tls);
        }

        Plan timeouts(Timeouts other) {
            return new Plan(host, port, security, mode, other, decider, versions, trusted, options, credentials, tls);
        }

        Plan decider(TrustDecider other) {
            return new Plan(host, port, security, mode, timeouts, other, versions, trusted, options, credentials, tls);
        }

        Plan versions(String... other) {
            return new Plan(
                    host, port, security, mode, timeouts, decider, List.of(other), trusted, options, credentials, tls);
        }

        Plan trusted(Duration other) {
            return new Plan(host, port, security, mode, timeouts, decider, versions, other, options, credentials, tls);
        }

        Plan options(ConnectionOptions other) {
            return new Plan(host, port, security, mode, timeouts, decider, versions, trusted, other, credentials, tls);
        }

        Plan credentials(Credentials other) {
            return new Plan(host, port, security, mode, timeouts, decider, versions, trusted, options, other, tls);
        }

        /** Changes the TLS settings otherwise. */
        Plan tls(UnaryOperator<TlsSettings> change) {
            return new Plan(
                    host, port, security, mode, timeouts, decider, versions, trusted, options, credentials, change);
        }

        TestSession open() {
            return new TestSession(this);
        }
    }

    static Plan plan(String host, int port) {
        return new Plan(
                host,
                port,
                Security.PLAIN,
                DataMode.AUTOMATIC,
                Timeouts.DEFAULT,
                TrustDecider.STRICT,
                TlsSettings.MODERN_VERSIONS,
                null,
                ConnectionOptions.NONE,
                new Credentials("me", PASSWORD, ACCOUNT),
                UnaryOperator.identity());
    }

    static Plan plan(ScriptedServer server) {
        return plan(server.host(), server.port());
    }

    static TestSession open(ScriptedServer server) {
        return plan(server).open();
    }

    Session session() {
        return session;
    }

    /** The states in which the session has been, in order. */
    List<SessionState> states() {
        return List.copyOf(states);
    }

    /** The protocol log, one text per line. */
    List<String> log() {
        return log.stream().map(ProtocolLine::text).toList();
    }

    <T> T get(FtpOperation<T> operation) {
        return result(session.submit(operation));
    }

    void run(Step step) {
        get(client -> {
            step.run(client);
            return true;
        });
    }

    /** What the operation fails with, which must be of this type. */
    <E extends Throwable> E failure(Class<E> type, FtpOperation<?> operation) {
        return failure(type, session.submit(operation));
    }

    byte[] retrieve(String name) {
        return get(client -> retrieve(client, name));
    }

    static byte[] retrieve(FtpClient client, String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long moved = client.retrieve(RemotePath.of(name), 0, Channels.newChannel(content), ByteMeter.NONE);
        assertThat(content.size()).isEqualTo(moved);
        return content.toByteArray();
    }

    static long store(FtpClient client, String name, byte[] content) throws IOException {
        return client.store(
                RemotePath.of(name), 0, Channels.newChannel(new ByteArrayInputStream(content)), ByteMeter.NONE);
    }

    static List<String> names(FtpClient client, String folder) throws FtpException {
        return client.list(RemotePath.of(folder), batch -> {}).entries().stream()
                .map(Entry::name)
                .toList();
    }

    static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the operation failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static <E extends Throwable> E failure(Class<E> type, CompletableFuture<?> future) {
        try {
            Object result = future.get(60, TimeUnit.SECONDS);
            throw new AssertionError("no failure but " + result);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(type);
            return type.cast(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Limits of so many milliseconds in every phase. */
    static Timeouts limits(long milliseconds) {
        Duration limit = Duration.ofMillis(milliseconds);
        return new Timeouts(limit, limit, limit, limit, limit, limit);
    }

    @Override
    public void close() {
        session.close();
    }

    /** A step without a result. */
    @FunctionalInterface
    interface Step {
        void run(FtpClient client) throws IOException;
    }
}
