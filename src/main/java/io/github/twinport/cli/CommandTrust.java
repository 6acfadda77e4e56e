// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.sites.KnownCertificates.Accepted;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about certificates that cannot be verified without asking anybody: those that the command line names and
 * those that the user has accepted in the window are accepted. Any thread.
 */
final class CommandTrust implements TrustDecider {

    private final boolean everything;
    private final @Nullable String fingerprint;
    private final Profile profile;
    private volatile @Nullable Rejected rejected;

    /**
     * Makes the decider of one command.
     *
     * @param everything whether any certificate will do
     * @param fingerprint one that is accepted, in the form of {@link ServerCertificate#fingerprint}; may be null
     * @param profile where the accepted certificates are
     */
    CommandTrust(boolean everything, @Nullable String fingerprint, Profile profile) {
        this.everything = everything;
        this.fingerprint = fingerprint;
        this.profile = profile;
    }

    /**
     * A certificate that was not accepted.
     *
     * @param certificate what the server showed
     * @param acceptedAt when another one was accepted for this server; null where none was
     */
    record Rejected(ServerCertificate certificate, @Nullable Instant acceptedAt) {}

    @Override
    public synchronized TrustDecision decide(ServerCertificate certificate) {
        if (everything || certificate.fingerprint().equals(fingerprint)) {
            return TrustDecision.ONCE;
        }
        Optional<Accepted> known = accepted(certificate);
        if (known.map(Accepted::fingerprint)
                .filter(certificate.fingerprint()::equals)
                .isPresent()) {
            return TrustDecision.ONCE;
        }
        rejected = new Rejected(certificate, known.map(Accepted::at).orElse(null));
        return TrustDecision.REJECT;
    }

    @Override
    public boolean acceptsAll() {
        return everything;
    }

    /** The certificate that was not accepted last. */
    Optional<Rejected> rejected() {
        return Optional.ofNullable(rejected);
    }

    private Optional<Accepted> accepted(ServerCertificate certificate) {
        if (!profile.exists()) {
            return Optional.empty();
        }
        try (Database database = profile.open()) {
            return new KnownCertificates(database, Clock.systemUTC()).accepted(certificate.server());
        } catch (StoreException e) {
            System.getLogger(CommandTrust.class.getName())
                    .log(Level.WARNING, "the accepted certificates cannot be read", e);
            return Optional.empty();
        }
    }
}
