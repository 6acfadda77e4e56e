// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.LoginRefused;
import io.github.twinport.ftp.FtpException.ServiceRefused;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.WireCharset;
import io.github.twinport.ftp.tls.DataProtection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Logs in on a control connection and asks the server about itself. Belongs to the lane thread. */
final class Login {

    /** ProFTPD says 530 instead of 421 when it has no connection left. */
    private static final Pattern TOO_MANY =
            Pattern.compile("too many|maximum|max\\S* (number|clients)|connection limit", Pattern.CASE_INSENSITIVE);

    /** What the commands of the login mean to a server for which the login is over. */
    private static final int ALREADY_LOGGED_IN = 503;

    private static final String FACTS = "type;size;modify;perm;UNIX.mode;UNIX.owner;UNIX.group;";

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
                boolean full = TOO_MANY.matcher(reply.text()).find();
                throw control.fail(full ? new ServiceRefused(reply) : new LoginRefused(reply));
            }
        }
        control.letIn();
    }

    private Reply logIn(Credentials credentials) throws FtpException {
        Reply reply = control.execute(Command.of("USER", credentials.user()));
        if (reply.code() == ALREADY_LOGGED_IN && startAfresh()) {
            reply = control.execute(Command.of("USER", credentials.user()));
        }
        if (reply.code() == 331) {
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

    /** CLNT where the server asks for it, and the commands that the user has set for this server. */
    void sendExtras(Features features) throws FtpException {
        LoginExtras extras = settings.options().login();
        if (!extras.clientName().isEmpty() && features.has("CLNT")) {
            control.execute(Command.of("CLNT", extras.clientName()));
        }
        for (String line : extras.commands()) {
            int blank = line.indexOf(' ');
            control.execute(
                    blank < 0 ? Command.of(line) : Command.of(line.substring(0, blank), line.substring(blank + 1)));
        }
    }

    /**
     * Demands that data connections are encrypted, or are not (RFC 4217, 9).
     *
     * @throws TlsFailed when the server refuses: nothing is sent in another way then
     */
    void protectData() throws FtpException {
        DataProtection wanted = settings.tls().dataProtection();
        control.execute(Command.of("PBSZ", "0"));
        Reply protection = control.execute(Command.of("PROT", wanted.code()));
        if (!protection.isCompletion()) {
            String refused = switch (wanted) {
                case PRIVATE -> "the server does not encrypt data connections: ";
                case CLEAR -> "the server takes no data connections in clear: ";
            };
            throw control.fail(new TlsFailed(refused + protection, null));
        }
    }

    /**
     * CCC where the settings ask for it (RFC 4217, 12.3). A server that refuses leaves everything as safe as it was.
     */
    void clearControl() throws FtpException {
        if (settings.tls().clearControl() && control.execute(Command.of("CCC")).isCompletion()) {
            control.stopTls();
            control.log().note("the control connection goes on in clear");
        }
    }

    /** FEAT and the options that follow from it; the charset is UTF-8 unless the user says otherwise. */
    Features learnFeatures() throws FtpException {
        Features features = Features.of(control.execute(Command.of("FEAT")));
        boolean anotherCharset = !settings.charset().equals(StandardCharsets.UTF_8);
        if (anotherCharset) {
            // The user knows better than FEAT; without OPTS UTF8 many servers stay with their own charset.
            control.useCharset(new WireCharset(settings.charset()));
        } else if (features.has("UTF8")) {
            // Some servers refuse the command although they speak UTF-8 (Pure-FTPd 504, pyftpdlib 501).
            control.execute(Command.of("OPTS", "UTF8 ON"));
        }
        if (features.factIsOff("type") || features.factIsOff("size") || features.factIsOff("modify")) {
            control.execute(Command.of("OPTS", "MLST " + FACTS));
        }
        return features;
    }

    /** The folder where the server has put us. */
    RemotePath startFolder() throws FtpException {
        return PathReply.parse(control.execute(Command.of("PWD")));
    }
}
