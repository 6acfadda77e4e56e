// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.LoginRefused;
import io.github.twinport.ftp.FtpException.ServiceRefused;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.tls.DataProtection;
import java.util.List;
import java.util.regex.Pattern;

/** Logs in on a control connection, one step after the other. Belongs to the lane thread. */
final class Login {

    /** ProFTPD says 530 instead of 421 when it has no connection left. */
    private static final Pattern TOO_MANY =
            Pattern.compile("too many|maximum|max\\S* (number|clients)|connection limit", Pattern.CASE_INSENSITIVE);

    /** What the commands of the login mean to a server for which the login is over. */
    private static final int ALREADY_LOGGED_IN = 503;

    private final ControlConnection control;
    private final ConnectionSettings settings;

    Login(ControlConnection control, ConnectionSettings settings) {
        this.control = control;
        this.settings = settings;
    }

    /** USER, PASS and ACCT as far as the server asks for them (RFC 959, 5.4). */
    void authenticate() throws FtpException {
        if (settings.options().login().telnetAbort()) {
            control.useTelnetInterrupt();
        }
        nameVirtualHost();
        for (LoginWords.Step step : LoginWords.of(settings)) {
            Reply reply = switch (step) {
                case LoginWords.Step.LogIn login -> logIn(login.credentials());
                case LoginWords.Step.GoTo where -> control.execute(Command.of(where.verb(), where.server()));
            };
            // A proxy may pass on the server's greeting or ask for the user at once.
            boolean goesOn = step instanceof LoginWords.Step.GoTo && reply.isIntermediate();
            if (!reply.isCompletion() && !goesOn) {
                throw refused(reply);
            }
        }
        control.letIn();
    }

    /** What a refused login means; the connection is closed. */
    private FtpException refused(Reply reply) {
        boolean full = TOO_MANY.matcher(reply.text()).find();
        return control.fail(full ? new ServiceRefused(reply) : new LoginRefused(reply));
    }

    private Reply logIn(Credentials credentials) throws FtpException {
        Reply reply = control.execute(Command.of("USER", credentials.user()));
        if (reply.code() == ALREADY_LOGGED_IN && startAfresh()) {
            reply = control.execute(Command.of("USER", credentials.user()));
        }
        if (reply.code() == 331 && credentials.complete()) {
            reply = control.execute(Command.secret("PASS", credentials.password()));
        }
        if (reply.code() == 332 && !credentials.account().isEmpty()) {
            reply = control.execute(Command.secret("ACCT", credentials.account()));
        }
        return reply;
    }

    /**
     * REIN (RFC 959, 4.1.1) for gateways that hand on a connection on which somebody else is still logged in. With TLS it
     * is not said: it would end the protection too (RFC 4217, 11).
     */
    private boolean startAfresh() throws FtpException {
        return !settings.server().security().usesTls()
                && control.execute(Command.of("REIN")).isCompletion();
    }

    /** HOST (RFC 7151). A server without virtual hosts refuses the command, which changes nothing. */
    private void nameVirtualHost() throws FtpException {
        String host = settings.options().login().virtualHost();
        if (!host.isEmpty()) {
            control.execute(Command.of("HOST", host));
        }
    }

    /**
     * Demands that data connections are encrypted, or are not (RFC 4217, 9), and asks for the server's features, with one
     * packet where the server copes with that. With USER and PASS nothing is sent together.
     *
     * @param encrypted whether the control connection is
     * @return the reply to FEAT
     * @throws TlsFailed when the server refuses the protection: nothing is sent in another way then
     */
    Reply agree(boolean encrypted, Pipeline pipeline) throws FtpException {
        Command features = Command.of("FEAT");
        if (!encrypted) {
            return control.execute(features);
        }
        Command size = Command.of("PBSZ", "0");
        Command protection = Command.of("PROT", settings.tls().dataProtection().code());
        if (pipeline.isKnownToWork() && !settings.tls().clearControl()) {
            List<Reply> replies = pipeline.together(List.of(size, protection, features));
            demandProtection(replies.get(1));
            return replies.getLast();
        }
        control.execute(size);
        demandProtection(control.execute(protection));
        clearControl();
        return control.execute(features);
    }

    /** Data connections in clear are what servers begin with (RFC 4217, 9): one that knows no other way may not know PROT. */
    private void demandProtection(Reply protection) throws FtpException {
        if (protection.isNotImplemented() && settings.tls().dataProtection() == DataProtection.CLEAR) {
            control.log().note("the server knows data connections in clear only");
            return;
        }
        if (!protection.isCompletion()) {
            String refused = switch (settings.tls().dataProtection()) {
                case PRIVATE -> "the server does not encrypt data connections";
                case CLEAR -> "the server takes no data connections in clear";
            };
            throw control.fail(new TlsFailed(refused, protection, true));
        }
    }

    /**
     * CCC where the settings ask for it (RFC 4217, 12.3). A server that refuses leaves everything as safe as it was.
     */
    private void clearControl() throws FtpException {
        if (settings.tls().clearControl() && control.execute(Command.of("CCC")).isCompletion()) {
            control.stopTls();
            control.log().note("the control connection goes on in clear");
        }
    }
}
