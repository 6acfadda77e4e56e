// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.tls.CertificateProblem;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain sentences what is wrong with a certificate, in the window and on the command line. Names come from the
 * certificate, so from anybody: they are escaped. Immutable; any thread.
 *
 * @param certificate what the server showed
 * @param acceptedAt when another certificate was accepted for this server; null where none was
 * @param messages the texts
 * @param formats how times are written
 */
public record CertificateSentences(
        ServerCertificate certificate, @Nullable Instant acceptedAt, Messages messages, Formats formats) {

    /** In the subjectAltName extension, entries of type 2 are host names and of type 7 addresses (RFC 5280). */
    private static final List<Integer> HOST_TYPES = List.of(2, 7);

    /** What is wrong, a sentence each. */
    public List<String> problems() {
        List<String> sentences = new ArrayList<>();
        if (acceptedAt != null) {
            sentences.add(messages.text("trust.changed", formats.time(acceptedAt)));
        }
        Stream.of(CertificateProblem.values())
                .filter(certificate.problems()::contains)
                .map(this::problem)
                .forEach(sentences::add);
        return sentences;
    }

    private String problem(CertificateProblem problem) {
        return switch (problem) {
            case UNTRUSTED -> messages.text(isSelfMade() ? "trust.problem.selfMade" : "trust.problem.untrusted");
            case WRONG_HOST ->
                messages.text("trust.problem.wrongHost", certificate.server().host(), String.join(", ", hosts()));
            case EXPIRED -> {
                Instant end = certificate.leaf().getNotAfter().toInstant();
                Instant start = certificate.leaf().getNotBefore().toInstant();
                yield end.isBefore(Instant.now())
                        ? messages.text("trust.problem.expired", formats.time(end))
                        : messages.text("trust.problem.early", formats.time(start));
            }
        };
    }

    /** Whether nobody but its owner has signed it. */
    public boolean isSelfMade() {
        X509Certificate leaf = certificate.leaf();
        return leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
    }

    /** Whose it is. */
    public String subject() {
        return name(certificate.leaf().getSubjectX500Principal());
    }

    /** The host names and addresses that the certificate is made for; its subject where it names none. */
    public List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        for (List<?> entry : alternatives()) {
            if (entry.get(0) instanceof Integer type && HOST_TYPES.contains(type)) {
                hosts.add(EntryName.escaped(String.valueOf(entry.get(1))));
            }
        }
        return hosts.isEmpty() ? List.of(subject()) : hosts;
    }

    private Collection<List<?>> alternatives() {
        try {
            return Optional.ofNullable(certificate.leaf().getSubjectAlternativeNames())
                    .orElse(List.of());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** A name as people read it. */
    public static String name(X500Principal principal) {
        return EntryName.escaped(principal.getName(X500Principal.RFC1779));
    }
}
