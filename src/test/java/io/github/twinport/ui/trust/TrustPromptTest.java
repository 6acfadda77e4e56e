// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.tls.CertificateProblem;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.store.Database;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustPromptTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);

    @TempDir
    Path folder;

    private final List<CertificateQuestion> questions = new ArrayList<>();
    private Database database;
    private KnownCertificates known;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        known = new KnownCertificates(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksAboutAnUnknownCertificate() {
        assertThat(prompt(TrustDecision.REJECT).decide(shown(Identity.SELF_SIGNED)))
                .isEqualTo(TrustDecision.REJECT);
        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.changed()).isFalse();
            assertThat(question.certificate().server()).isEqualTo(SERVER);
        });
    }

    @Test
    void asksAgainAfterARejection() {
        TrustPrompt prompt = prompt(TrustDecision.REJECT);
        prompt.decide(shown(Identity.SELF_SIGNED));
        prompt.decide(shown(Identity.SELF_SIGNED));

        assertThat(questions).hasSize(2);
    }

    @Test
    void remembersOnceForThisServerAndCertificateWhileItRuns() throws IOException {
        TrustPrompt prompt = prompt(TrustDecision.ONCE);
        prompt.decide(shown(Identity.SELF_SIGNED));

        assertThat(prompt.decide(shown(Identity.SELF_SIGNED))).isEqualTo(TrustDecision.ONCE);
        assertThat(questions).hasSize(1);
        assertThat(known.accepted(SERVER)).isEmpty();
        prompt.decide(shown(Identity.EXPIRED));
        assertThat(questions).hasSize(2);
    }

    @Test
    void neverAsksAgainWhatIsAlwaysAccepted() {
        prompt(TrustDecision.ALWAYS).decide(shown(Identity.SELF_SIGNED));
        TrustPrompt afterTheNextStart = prompt(TrustDecision.REJECT);

        assertThat(afterTheNextStart.decide(shown(Identity.SELF_SIGNED))).isEqualTo(TrustDecision.ALWAYS);
        assertThat(questions).hasSize(1);
    }

    @Test
    void warnsWhenAKnownServerShowsAnotherCertificate() {
        prompt(TrustDecision.ALWAYS).decide(shown(Identity.SELF_SIGNED));
        prompt(TrustDecision.REJECT).decide(shown(Identity.EXPIRED));

        assertThat(questions).extracting(CertificateQuestion::changed).containsExactly(false, true);
    }

    @Test
    void asksOnceForManyConnectionsThatWait() throws Exception {
        CompletableFuture<TrustDecision> user = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TrustPrompt prompt = new TrustPrompt(known, threads, question -> {
                questions.add(question);
                asked.countDown();
                return user.join();
            });
            List<Future<TrustDecision>> lanes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                lanes.add(threads.submit(() -> prompt.decide(shown(Identity.SELF_SIGNED))));
            }
            asked.await();
            user.complete(TrustDecision.ONCE);
            for (Future<TrustDecision> lane : lanes) {
                assertThat(lane.get()).isEqualTo(TrustDecision.ONCE);
            }
            assertThat(questions).hasSize(1);
        }
    }

    @Test
    void rejectsForAConnectionThatIsCancelledMeanwhile() throws Exception {
        AtomicReference<TrustDecision> decision = new AtomicReference<>();
        TrustPrompt prompt = new TrustPrompt(known, work -> {}, question -> TrustDecision.ONCE);
        Thread lane = Thread.ofVirtual().start(() -> decision.set(prompt.decide(shown(Identity.SELF_SIGNED))));
        lane.interrupt();
        lane.join();

        assertThat(decision).hasValue(TrustDecision.REJECT);
    }

    @Test
    void rejectsWhenTheQuestionCannotBeShown() {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        TrustPrompt prompt = new TrustPrompt(
                known,
                work -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                },
                question -> {
                    throw new IllegalStateException("no screen");
                });

        assertThat(prompt.decide(shown(Identity.SELF_SIGNED))).isEqualTo(TrustDecision.REJECT);
        assertThat(failure.get()).hasMessage("no screen");
    }

    @Test
    void stillAsksWhenTheDatabaseIsGone() {
        database.close();
        assertThatThrownBy(() -> known.accepted(SERVER)).isInstanceOf(IOException.class);

        TrustPrompt prompt = prompt(TrustDecision.ALWAYS);
        assertThat(prompt.decide(shown(Identity.SELF_SIGNED))).isEqualTo(TrustDecision.ALWAYS);
        assertThat(prompt.decide(shown(Identity.SELF_SIGNED))).isEqualTo(TrustDecision.ONCE);
        assertThat(questions).hasSize(1);
    }

    private TrustPrompt prompt(TrustDecision answer) {
        return new TrustPrompt(known, Runnable::run, question -> {
            questions.add(question);
            return answer;
        });
    }

    private static ServerCertificate shown(Identity identity) {
        return new ServerCertificate(
                SERVER, List.of(TestCertificates.get().certificate(identity)), Set.of(CertificateProblem.UNTRUSTED));
    }
}
