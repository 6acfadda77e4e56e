// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.session.Session;
import io.github.twinport.session.SessionState;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one remote pane: what it is connected to, what it is being connected to, and why that did not work.
 * What is connected stays until something else is. Used on the JavaFX thread; the network is never waited for.
 */
public final class Connection implements AutoCloseable {

    private final SettingsMaker maker;
    private final Executor fx;
    private final PasswordAsker passwords;
    private final OptionSecrets secrets;
    private final Explainer explainer;
    private final ReadOnlyObjectWrapper<@Nullable Connected> connected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConnectRequest> attempted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private @Nullable ConnectRequest last;
    private @Nullable Session opening;
    private long attempt;

    /**
     * A connection to nothing yet.
     *
     * @param maker makes the engine's settings
     * @param fx runs work on the JavaFX thread
     * @param passwords asks for a missing or refused password
     * @param secrets finds what the options of a site need
     * @param explainer says why something did not work
     */
    Connection(SettingsMaker maker, Executor fx, PasswordAsker passwords, OptionSecrets secrets, Explainer explainer) {
        this.maker = maker;
        this.fx = fx;
        this.passwords = passwords;
        this.secrets = secrets;
        this.explainer = explainer;
    }

    /** What is connected; null while nothing is. */
    public ReadOnlyObjectProperty<@Nullable Connected> connectedProperty() {
        return connected.getReadOnlyProperty();
    }

    /** Whether what is connected has lost its control connection; the next use opens a new one. */
    public ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /** What is being connected to; null when nothing is tried. */
    public ReadOnlyObjectProperty<@Nullable ConnectRequest> attemptedProperty() {
        return attempted.getReadOnlyProperty();
    }

    /** Why the last attempt failed; null when it did not, or the user has seen it. */
    public ReadOnlyObjectProperty<@Nullable Explanation> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Connects; asks for the password first where it is missing. An attempt under way is given up. */
    public void connect(ConnectRequest request) {
        cancel();
        problem.set(null);
        last = request;
        request.credentials().ifPresentOrElse(known -> unlock(request.with(known), null), () -> ask(request, null));
    }

    /** Connects again to what was connected or tried last; nothing happens if nothing ever was. */
    public void reconnect() {
        ConnectRequest again = last;
        if (again != null) {
            connect(again);
        }
    }

    /** Gives up the attempt under way. */
    public void cancel() {
        Session session = opening;
        opening = null;
        attempt++;
        attempted.set(null);
        if (session != null) {
            session.close();
        }
    }

    /** Ends the connection. */
    public void disconnect() {
        cancel();
        Connected open = connected.get();
        connected.set(null);
        lost.set(false);
        if (open != null) {
            open.session().close();
        }
    }

    /** Takes note that the user has seen the problem. */
    public void dismissProblem() {
        problem.set(null);
    }

    @Override
    public void close() {
        disconnect();
    }

    private void ask(ConnectRequest request, @Nullable Explanation refusal) {
        long mine = attempt;
        passwords
                .ask(new PasswordQuestion(request.server(), request.user(), refusal))
                .thenAccept(answer -> {
                    if (mine == attempt) {
                        answer.ifPresentOrElse(given -> unlock(request.with(given), null), () -> problem.set(refusal));
                    }
                });
    }

    private void unlock(ConnectRequest request, @Nullable Explanation refusal) {
        long mine = attempt;
        secrets.of(request.server(), request.options(), refusal).thenAccept(answer -> {
            if (mine == attempt) {
                answer.ifPresentOrElse(found -> open(request, found), () -> problem.set(refusal));
            }
        });
    }

    private void open(ConnectRequest request, OptionSecrets.Found found) {
        Credentials credentials = request.credentials().orElseThrow();
        Session session = new Session(maker.settings(request, credentials, found));
        opening = session;
        last = request;
        attempted.set(request);
        CompletableFuture<Connected> future = session.submit(client -> opened(request, session, client));
        future.whenCompleteAsync((open, failure) -> finish(session, request, open, failure), fx)
                .exceptionally(handled -> null);
    }

    private static Connected opened(ConnectRequest request, Session session, FtpClient client) throws IOException {
        if (request.remoteFolder() == null) {
            return new Connected(request, session, client.startFolder(), client.tlsVersion());
        }
        try {
            client.changeFolder(request.remoteFolder());
            return new Connected(request, session, request.remoteFolder(), client.tlsVersion());
        } catch (FtpException.Refused gone) {
            return new Connected(request, session, client.startFolder(), client.tlsVersion());
        }
    }

    private void finish(
            Session session, ConnectRequest request, @Nullable Connected open, @Nullable Throwable failure) {
        if (opening != session) {
            session.close();
            return;
        }
        opening = null;
        attempted.set(null);
        if (open != null) {
            Connected before = connected.get();
            connected.set(open);
            watch(session);
            if (before != null) {
                before.session().close();
            }
        } else if (failure != null) {
            session.close();
            fail(request, failure);
        }
    }

    /** Only losing and regaining are passed on: every command changes the session's state. */
    private void watch(Session session) {
        AtomicBoolean broken = new AtomicBoolean();
        session.onState(state -> {
            boolean now = isLost(state);
            if (broken.getAndSet(now) != now) {
                fx.execute(() -> showLost(session));
            }
        });
        showLost(session);
    }

    private void showLost(Session session) {
        Connected open = connected.get();
        if (open != null && open.session() == session) {
            lost.set(isLost(session.state()));
        }
    }

    /** While it is opened again it is still lost. */
    private static boolean isLost(SessionState state) {
        return state instanceof SessionState.Broken || state instanceof SessionState.Connecting;
    }

    private void fail(ConnectRequest request, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper
                ? Optional.ofNullable(wrapper.getCause()).orElse(failure)
                : failure;
        Explanation explanation = explainer.explain(cause);
        if (secrets.forget(request.options(), cause)) {
            unlock(request, explanation);
        } else if (cause instanceof FtpException.LoginRefused) {
            ask(request, explanation);
        } else {
            problem.set(explanation);
        }
    }
}
