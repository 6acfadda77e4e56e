// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why something did not work on a connection to a server. The message is for the log; what users see is made of the type
 * by the layers above. Immutable but for the stack trace; any thread.
 */
@SuppressWarnings("serial") // Never serialised: replies and phases need not be serialisable for it.
public abstract sealed class FtpException extends IOException {

    private FtpException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The host name has no address. */
    public static final class UnknownHost extends FtpException {
        private final String host;

        /** Made for the host that was looked up. */
        public UnknownHost(String host, @Nullable Throwable cause) {
            super("unknown host " + host, cause);
            this.host = host;
        }

        /** The name that was looked up. */
        public String host() {
            return host;
        }
    }

    /** No connection could be opened: refused, unreachable or filtered. */
    public static final class Unreachable extends FtpException {
        private final String hostAndPort;
        private final Phase phase;

        /** Made for the address that was tried and whether it was a control or a data connection. */
        public Unreachable(String hostAndPort, Phase phase, @Nullable Throwable cause) {
            super("cannot connect to " + hostAndPort + (cause == null ? "" : ": " + cause.getMessage()), cause);
            this.hostAndPort = hostAndPort;
            this.phase = phase;
        }

        /** What was tried. */
        public String hostAndPort() {
            return hostAndPort;
        }

        /** {@link Phase#CONNECT} or {@link Phase#DATA_CONNECT}. */
        public Phase phase() {
            return phase;
        }
    }

    /** A phase lasted longer than its limit without any progress; the connection has been closed. */
    public static final class TimedOut extends FtpException {
        private final Phase phase;

        /** Made for the phase that took too long. */
        public TimedOut(Phase phase, @Nullable Throwable cause) {
            super("no progress in phase " + phase, cause);
            this.phase = phase;
        }

        /** What was being waited for. */
        public Phase phase() {
            return phase;
        }
    }

    /** The connection ended although it was still needed. */
    public static final class ConnectionLost extends FtpException {
        private final Phase phase;

        /** Made for the phase in which the connection ended. */
        public ConnectionLost(Phase phase, @Nullable Throwable cause) {
            super("connection lost in phase " + phase + (cause == null ? "" : ": " + cause.getMessage()), cause);
            this.phase = phase;
        }

        /** What was going on. */
        public Phase phase() {
            return phase;
        }
    }

    /** The server does not let us in: a refusal instead of a greeting, or one of the login for want of connections. */
    public static final class ServiceRefused extends FtpException {
        private final Reply reply;

        /** Made of the reply. */
        public ServiceRefused(Reply reply) {
            super("service refused: " + reply, null);
            this.reply = reply;
        }

        /** What the server said. */
        public Reply reply() {
            return reply;
        }
    }

    /** The server ends a session into which it had let us (421): it was idle for too long, or the server goes down. */
    public static final class ServiceEnded extends FtpException {
        private final Reply reply;

        /** Made of the reply. */
        public ServiceEnded(Reply reply) {
            super("session ended by the server: " + reply, null);
            this.reply = reply;
        }

        /** What the server said. */
        public Reply reply() {
            return reply;
        }
    }

    /**
     * All bytes of a transfer were moved and the data connection ended in good order, but the reply that confirms it never
     * came: the control connection was lost meanwhile, as NAT routers let happen during long transfers. Whether the file
     * is complete can be found out by its size on a new connection.
     */
    public static final class EndUnconfirmed extends FtpException {
        private final long length;
        private final FtpException connectionFailure;

        /** Made of the length that the file has on the server when it is complete, and of what happened. */
        public EndUnconfirmed(long length, FtpException connectionFailure) {
            super("transfer not confirmed: " + connectionFailure.getMessage(), connectionFailure);
            this.length = length;
            this.connectionFailure = connectionFailure;
        }

        /** How many bytes the server's file has if it is complete. */
        public long length() {
            return length;
        }

        /** Why the reply did not come. */
        public FtpException connectionFailure() {
            return connectionFailure;
        }
    }

    /** User, password or account were refused. */
    public static final class LoginRefused extends FtpException {
        private final Reply reply;

        /** Made of the reply. */
        public LoginRefused(Reply reply) {
            super("login refused: " + reply, null);
            this.reply = reply;
        }

        /** What the server said. */
        public Reply reply() {
            return reply;
        }
    }

    /** A command was refused; the connection goes on. */
    public static final class Refused extends FtpException {
        private final String command;
        private final Reply reply;

        /** Made of the command as the log shows it and the reply. */
        public Refused(String command, Reply reply) {
            super(command + " refused: " + reply, null);
            this.command = command;
            this.reply = reply;
        }

        /** The command with secrets masked. */
        public String command() {
            return command;
        }

        /** What the server said. */
        public Reply reply() {
            return reply;
        }
    }

    /** TLS was demanded and the server does not offer it, or a handshake failed for another reason than the certificate. */
    public static final class TlsFailed extends FtpException {
        private final @Nullable Reply refusal;
        private final boolean ofData;

        /** Made of what happened. */
        public TlsFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
            refusal = null;
            ofData = false;
        }

        /** Made of the reply to AUTH, or to PROT, which is about data connections only. */
        public TlsFailed(String message, Reply refusal, boolean ofData) {
            super(message + ": " + refusal, null);
            this.refusal = refusal;
            this.ofData = ofData;
        }

        /** Whether the server has refused it for good, so that trying again changes nothing. */
        public boolean isRefusedForGood() {
            return refusal != null && !refusal.isTransientRefusal();
        }

        /** Whether only the protection of data connections was refused. */
        public boolean isRefusedForData() {
            return refusal != null && ofData;
        }
    }

    /**
     * The server refused a data connection because its TLS session was not the control connection's. With TLS 1.2 only,
     * sessions resume with every server that was measured.
     */
    public static final class ResumptionRefused extends FtpException {
        private final Reply reply;

        /** Made of the reply. */
        public ResumptionRefused(Reply reply) {
            super("TLS session resumption demanded: " + reply, null);
            this.reply = reply;
        }

        /** What the server said. */
        public Reply reply() {
            return reply;
        }
    }

    /** The server's certificate was not accepted. */
    public static final class CertificateRejected extends FtpException {
        /** Made of what was wrong with it. */
        public CertificateRejected(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The user's own certificate, which is to be shown to the server, cannot be used. */
    public static final class ClientCertificateUnusable extends FtpException {
        private final Path file;
        private final CertificateFileProblem problem;

        /** Made of the file and what is wrong with it. */
        public ClientCertificateUnusable(Path file, CertificateFileProblem problem, @Nullable Throwable cause) {
            super("client certificate " + file + ": " + problem, cause);
            this.file = file;
            this.problem = problem;
        }

        /** Where it was looked for. */
        public Path file() {
            return file;
        }

        /** What is wrong with it. */
        public CertificateFileProblem problem() {
            return problem;
        }
    }

    /** The server sent what no server may send: the connection cannot be trusted any more and has been closed. */
    public static sealed class ProtocolViolation extends FtpException permits EndlessListing {
        /** Made of what was seen. */
        public ProtocolViolation(String message) {
            super(message, null);
        }
    }

    /** A transfer moved a different number of bytes than the file has, or its end may have been cut off. */
    public static final class Incomplete extends FtpException {
        private final long expected;
        private final long moved;

        /** Made of both lengths in bytes; the expected one is negative where nobody knows it. */
        public Incomplete(long expected, long moved) {
            super("expected " + expected + " bytes, got " + moved, null);
            this.expected = expected;
            this.moved = moved;
        }

        /** How many bytes there should be; negative where nobody knows. */
        public long expected() {
            return expected;
        }

        /** How many bytes there are. */
        public long moved() {
            return moved;
        }
    }

    /** A download was stopped because it brought far more than the file has, before it fills the disk. */
    public static final class Oversized extends FtpException {
        private final long expected;
        private final long moved;

        /** Made of both lengths in bytes; the expected one is negative where nobody knows it. */
        public Oversized(long expected, long moved) {
            super("expected " + expected + " bytes, stopped after " + moved, null);
            this.expected = expected;
            this.moved = moved;
        }

        /** How many bytes there should be; negative where nobody knows. */
        public long expected() {
            return expected;
        }

        /** How many bytes had come. */
        public long moved() {
            return moved;
        }
    }

    /**
     * The connection broke, or replies were lost, while several commands were under way at once. What the server has done
     * of them is not known; they can be done again one by one on a new connection.
     */
    public static final class PipelineBroken extends FtpException {
        /** Made of what went wrong. */
        public PipelineBroken(FtpException cause) {
            super("while several commands were under way: " + cause.getMessage(), cause);
        }
    }

    /**
     * A folder lies so deep that it is not listed. No real tree is so deep, but one that holds a link to a folder above
     * it has no end where the server shows links as folders.
     */
    public static final class TooDeep extends FtpException {
        private final int levels;

        /** Made of the number of folders from the root down. */
        public TooDeep(int levels) {
            super("not listed: " + levels + " levels deep", null);
            this.levels = levels;
        }

        /** How many folders lie above, the root not counted. */
        public int levels() {
            return levels;
        }
    }

    /** A listing has more lines than any folder has entries: it may have no end. */
    public static final class EndlessListing extends ProtocolViolation {
        /** Made of what there is too much of. */
        public EndlessListing(String message) {
            super(message);
        }
    }

    /** Somebody cancelled the operation or closed the session. */
    public static final class Cancelled extends FtpException {
        /** Made where the cancelled operation notices. */
        public Cancelled() {
            super("cancelled", null);
        }
    }
}
