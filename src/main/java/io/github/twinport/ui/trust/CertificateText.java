// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.CertificateSentences;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What the certificate dialog says. */
record CertificateText(CertificateQuestion question, Messages messages, Formats formats) {

    String title() {
        String server = question.certificate().server().hostAndPort();
        return messages.text(question.changed() ? "trust.title.changed" : "trust.title", server);
    }

    /** What is wrong, a sentence each, and what that means. */
    List<String> explanation() {
        List<String> sentences = new ArrayList<>(sentences().problems());
        sentences.add(messages.text(question.changed() ? "trust.advice.changed" : "trust.advice"));
        return sentences;
    }

    private CertificateSentences sentences() {
        return new CertificateSentences(question.certificate(), question.acceptedAt(), messages, formats);
    }

    String subject() {
        return sentences().subject();
    }

    String issuer() {
        return sentences().isSelfMade()
                ? messages.text("trust.issuer.itself")
                : CertificateSentences.name(question.certificate().leaf().getIssuerX500Principal());
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
        return sentences().hosts();
    }

    /** The fingerprint in two lines of sixteen bytes, as people compare it. */
    String fingerprintInLines() {
        String fingerprint = question.certificate().fingerprint();
        int half = fingerprint.length() / 2;
        return fingerprint.substring(0, half) + "\n" + fingerprint.substring(half + 1);
    }
}
