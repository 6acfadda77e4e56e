// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.CertificateFileProblem;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ClientCertificateUnusable;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.sites.options.SiteProxy;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The passwords that a site's options need besides that of the login: of its proxy and of the file with the client
 * certificate. Each is asked for once and remembered until the program ends or it turns out to be wrong. JavaFX thread
 * only.
 */
final class OptionSecrets {

    private final PasswordAsker passwords;
    private final Map<Object, String> remembered = new HashMap<>();

    OptionSecrets(PasswordAsker passwords) {
        this.passwords = passwords;
    }

    /**
     * What was found.
     *
     * @param proxy the password of the proxy's user, empty where there is none
     * @param certificate the password of the certificate file, empty where there is none
     */
    record Found(String proxy, String certificate) {

        /** Where nothing is needed. */
        static final Found NONE = new Found("", "");

        @Override
        public String toString() {
            return "Found[]";
        }
    }

    /**
     * Finds what a site needs; asks where it is not known yet.
     *
     * @param refusal why the last attempt did not work, null for the first
     * @return empty when the user gave up
     */
    CompletionStage<Optional<Found>> of(Server server, SiteOptions options, @Nullable Explanation refusal) {
        return proxy(options.network().proxy())
                .thenCompose(proxy -> proxy.isEmpty()
                        ? CompletableFuture.completedStage(Optional.empty())
                        : certificate(server, options.protection().certificateFile(), refusal)
                                .thenApply(found -> found.map(certificate -> new Found(proxy.get(), certificate))));
    }

    /** Forgets what a failed attempt has used and what may be wrong; whether asking again may help. */
    boolean forget(SiteOptions options, Throwable failure) {
        if (failure instanceof FtpException.Unreachable) {
            remembered.remove(proxyKey(options.network().proxy()));
            return false;
        }
        if (failure instanceof ClientCertificateUnusable unusable
                && unusable.problem() == CertificateFileProblem.WRONG_PASSWORD) {
            remembered.remove(options.protection().certificateFile());
            return true;
        }
        return false;
    }

    private CompletionStage<Optional<String>> proxy(@Nullable SiteProxy proxy) {
        if (proxy == null || proxy.user().isEmpty()) {
            return CompletableFuture.completedStage(Optional.of(""));
        }
        return find(
                proxyKey(proxy),
                PasswordQuestion.ofProxy(new Server(proxy.host(), proxy.port(), Security.PLAIN), proxy.user()));
    }

    private CompletionStage<Optional<String>> certificate(Server server, String file, @Nullable Explanation refusal) {
        if (file.isEmpty() || server.security() == Security.PLAIN) {
            return CompletableFuture.completedStage(Optional.of(""));
        }
        return find(file, PasswordQuestion.ofCertificate(server, file, refusal));
    }

    private CompletionStage<Optional<String>> find(Object key, PasswordQuestion question) {
        String known = remembered.get(key);
        if (known != null) {
            return CompletableFuture.completedStage(Optional.of(known));
        }
        return passwords.ask(question).thenApply(answer -> {
            answer.ifPresent(given -> remembered.put(key, given.password()));
            return answer.map(Credentials::password);
        });
    }

    private static Object proxyKey(@Nullable SiteProxy proxy) {
        return proxy == null ? "" : proxy;
    }
}
