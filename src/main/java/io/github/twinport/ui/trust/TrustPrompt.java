// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.sites.KnownCertificates.Accepted;
import io.github.twinport.store.StoreException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * Decides about certificates that cannot be verified: those accepted earlier are accepted silently, for all others the
 * user is asked, once however many connections wait. Called on lane threads, which wait here for the answer.
 */
public final class TrustPrompt implements TrustDecider {

    private final KnownCertificates known;
    private final Executor fx;
    private final CertificateAsker asker;
    private final Set<Shown> acceptedOnce = ConcurrentHashMap.newKeySet();
    private final Map<Shown, CompletableFuture<TrustDecision>> open = new ConcurrentHashMap<>();

    /**
     * Makes the decider of one window.
     *
     * @param known what was accepted for good
     * @param fx runs work on the JavaFX thread
     * @param asker asks there
     */
    public TrustPrompt(KnownCertificates known, Executor fx, CertificateAsker asker) {
        this.known = known;
        this.fx = fx;
        this.asker = asker;
    }

    @Override
    public TrustDecision decide(ServerCertificate certificate) {
        Shown shown = Shown.of(certificate);
        if (acceptedOnce.contains(shown)) {
            return TrustDecision.ONCE;
        }
        Optional<Accepted> accepted = accepted(certificate.server());
        if (accepted.map(Accepted::fingerprint)
                .filter(shown.fingerprint()::equals)
                .isPresent()) {
            return TrustDecision.ALWAYS;
        }
        CompletableFuture<TrustDecision> mine = new CompletableFuture<>();
        CompletableFuture<TrustDecision> first = open.putIfAbsent(shown, mine);
        if (first != null) {
            return answer(first);
        }
        try {
            CertificateQuestion question = new CertificateQuestion(
                    certificate, accepted.map(Accepted::at).orElse(null));
            fx.execute(() -> ask(question, mine));
            TrustDecision decision = answer(mine);
            remember(shown, certificate.server(), decision);
            return decision;
        } finally {
            open.remove(shown);
        }
    }

    private void ask(CertificateQuestion question, CompletableFuture<TrustDecision> answer) {
        try {
            answer.complete(asker.ask(question));
        } catch (RuntimeException e) {
            answer.complete(TrustDecision.REJECT);
            throw e;
        }
    }

    private static TrustDecision answer(CompletableFuture<TrustDecision> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TrustDecision.REJECT;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answer is never a failure", e);
        }
    }

    private Optional<Accepted> accepted(Server server) {
        try {
            return known.accepted(server);
        } catch (StoreException e) {
            log("accepted certificates cannot be read, so the user is asked", e);
            return Optional.empty();
        }
    }

    /** Accepted for good means accepted now as well, also where it cannot be written. */
    private void remember(Shown shown, Server server, TrustDecision decision) {
        if (decision != TrustDecision.REJECT) {
            acceptedOnce.add(shown);
        }
        if (decision == TrustDecision.ALWAYS) {
            try {
                known.remember(server, shown.fingerprint());
            } catch (StoreException e) {
                log("the accepted certificate cannot be kept", e);
            }
        }
    }

    private static void log(String message, StoreException cause) {
        System.getLogger(TrustPrompt.class.getName()).log(System.Logger.Level.WARNING, message, cause);
    }

    /** A certificate as one server showed it. */
    private record Shown(String host, int port, String fingerprint) {

        static Shown of(ServerCertificate certificate) {
            Server server = certificate.server();
            return new Shown(server.host().toLowerCase(Locale.ROOT), server.port(), certificate.fingerprint());
        }
    }
}
