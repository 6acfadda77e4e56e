// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Server;
import java.util.List;

/** What is said to log in, in order: more than one login where an FTP proxy stands before the server. */
final class LoginWords {

    private static final int USUAL_PORT = 21;

    /** One step of a login. */
    sealed interface Step {

        /** USER, PASS and ACCT as far as they are asked for. */
        record LogIn(Credentials credentials) implements Step {}

        /** Tells a proxy where to go: {@code SITE server} or {@code OPEN server}. */
        record GoTo(String verb, String server) implements Step {}
    }

    private LoginWords() {}

    /** The steps to a server. */
    static List<Step> of(ConnectionSettings settings) {
        Credentials login = settings.credentials();
        FtpProxy proxy = settings.options().login().proxy();
        if (proxy == null) {
            return List.of(new Step.LogIn(login));
        }
        String server = name(settings.server());
        String user = login.user();
        return switch (proxy.method()) {
            case USER_AT_SERVER ->
                after(proxy, new Credentials(user + "@" + server, login.password(), login.account(), login.complete()));
            case SITE -> after(proxy, new Step.GoTo("SITE", server), login);
            case OPEN -> after(proxy, new Step.GoTo("OPEN", server), login);
            case ACCOUNT ->
                List.of(new Step.LogIn(new Credentials(
                        user + "@" + server + " " + proxy.user(),
                        login.password(),
                        proxy.password(),
                        login.complete())));
            case COMBINED ->
                List.of(new Step.LogIn(new Credentials(
                        user + "@" + proxy.user() + "@" + server,
                        login.password() + "@" + proxy.password(),
                        login.account(),
                        login.complete())));
        };
    }

    private static List<Step> after(FtpProxy proxy, Credentials login) {
        Step last = new Step.LogIn(login);
        return proxy.user().isEmpty() ? List.of(last) : List.of(own(proxy), last);
    }

    private static List<Step> after(FtpProxy proxy, Step.GoTo where, Credentials login) {
        Step last = new Step.LogIn(login);
        return proxy.user().isEmpty() ? List.of(where, last) : List.of(own(proxy), where, last);
    }

    private static Step own(FtpProxy proxy) {
        return new Step.LogIn(new Credentials(proxy.user(), proxy.password()));
    }

    private static String name(Server server) {
        return server.port() == USUAL_PORT ? server.host() : server.hostAndPort();
    }
}
