// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.tls.CertificateProblem;
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

/** What the certificate dialog says. Names come from the certificate, so from anybody: they are escaped. */
record CertificateText(CertificateQuestion question, Messages messages, Formats formats) {

    /** In the subjectAltName extension, entries of type 2 are host names and of type 7 addresses (RFC 5280). */
    private static final List<Integer> HOST_TYPES = List.of(2, 7);

    String title() {
        String server = question.certificate().server().hostAndPort();
        return messages.text(question.changed() ? "trust.title.changed" : "trust.title", server);
    }

    /** What is wrong, a sentence each, and what that means. */
    List<String> explanation() {
        List<String> sentences = new ArrayList<>();
        if (question.changed()) {
            sentences.add(messages.text("trust.changed"));
        }
        Stream.of(CertificateProblem.values())
                .filter(question.certificate().problems()::contains)
                .map(this::problem)
                .forEach(sentences::add);
        sentences.add(messages.text(question.changed() ? "trust.advice.changed" : "trust.advice"));
        return sentences;
    }

    private String problem(CertificateProblem problem) {
        String host = question.certificate().server().host();
        return switch (problem) {
            case UNTRUSTED -> messages.text(isSelfMade() ? "trust.problem.selfMade" : "trust.problem.untrusted");
            case WRONG_HOST -> messages.text("trust.problem.wrongHost", host, String.join(", ", hosts()));
            case EXPIRED -> {
                X509Certificate leaf = question.certificate().leaf();
                boolean over = leaf.getNotAfter().toInstant().isBefore(Instant.now());
                yield over
                        ? messages.text(
                                "trust.problem.expired",
                                formats.time(leaf.getNotAfter().toInstant()))
                        : messages.text(
                                "trust.problem.early",
                                formats.time(leaf.getNotBefore().toInstant()));
            }
        };
    }

    private boolean isSelfMade() {
        X509Certificate leaf = question.certificate().leaf();
        return leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
    }

    String subject() {
        return name(question.certificate().leaf().getSubjectX500Principal());
    }

    String issuer() {
        return isSelfMade()
                ? messages.text("trust.issuer.itself")
                : name(question.certificate().leaf().getIssuerX500Principal());
    }

    String validity() {
        X509Certificate leaf = question.certificate().leaf();
        return messages.text(
                "trust.validity.range",
                formats.time(leaf.getNotBefore().toInstant()),
                formats.time(leaf.getNotAfter().toInstant()));
    }

    /** The host names and addresses that the certificate is made for; its subject where it names none. */
    List<String> hosts() {
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
            return Optional.ofNullable(question.certificate().leaf().getSubjectAlternativeNames())
                    .orElse(List.of());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** The fingerprint in two lines of sixteen bytes, as people compare it. */
    String fingerprintInLines() {
        String fingerprint = question.certificate().fingerprint();
        int half = fingerprint.length() / 2;
        return fingerprint.substring(0, half) + "\n" + fingerprint.substring(half + 1);
    }

    private static String name(X500Principal principal) {
        return EntryName.escaped(principal.getName(X500Principal.RFC1779));
    }
}
