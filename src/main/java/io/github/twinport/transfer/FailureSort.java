// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** What the queue does about a failure. */
enum FailureSort {
    /** It may go away by itself: try again after a while. */
    RETRY,
    /** The server takes no more connections: use fewer, then try again. */
    TOO_MANY,
    /**
     * No connection can be opened although others are open: too many, or the server has just gone. Use fewer, and see what
     * becomes of the others.
     */
    PERHAPS_TOO_MANY,
    /** Trying again changes nothing. */
    FINAL;

    private static final Pattern LIMIT = Pattern.compile(
            "too many|maximum|max(imal)? |limit|connections|simultaneous|already logged", Pattern.CASE_INSENSITIVE);

    /**
     * Sorts one failure.
     *
     * @param others how many other connections to the same server are in use: a server that let them in refuses one
     *     more because of their number
     */
    static FailureSort of(Throwable failure, int others) {
        return switch (failure) {
            case FtpException ftp -> of(ftp, others);
            // The journal could not be read just now.
            case CompletionException ignored -> RETRY;
            default -> FINAL;
        };
    }

    private static FailureSort of(FtpException failure, int others) {
        return switch (failure) {
            case FtpException.CertificateRejected ignored -> FINAL;
            case FtpException.Oversized ignored -> FINAL;
            case FtpException.ClientCertificateUnusable ignored -> FINAL;
            case FtpException.TooDeep ignored -> FINAL;
            case FtpException.TlsFailed tls -> tls.isRefusedForGood() ? FINAL : RETRY;
            case FtpException.EndlessListing ignored -> FINAL;
            case FtpException.ServiceRefused refused -> others > 0 || isLimit(refused.reply()) ? TOO_MANY : RETRY;
            case FtpException.LoginRefused refused -> ofLogin(refused.reply(), others);
            case FtpException.Refused refused -> of(refused.reply());
            case FtpException.Unreachable unreachable -> ofConnect(unreachable.phase(), others);
            case FtpException.TimedOut timedOut -> ofConnect(timedOut.phase(), others);
            default -> RETRY;
        };
    }

    /** Some servers say 430 about a wrong password, which is not to be tried again: others lock the account then. */
    private static FailureSort ofLogin(Reply reply, int others) {
        if (isLimit(reply)) {
            return TOO_MANY;
        }
        if (reply.isTransientRefusal() && reply.code() != 430) {
            return RETRY;
        }
        return others > 0 ? TOO_MANY : FINAL;
    }

    private static FailureSort ofConnect(Phase phase, int others) {
        return phase == Phase.CONNECT && others > 0 ? PERHAPS_TOO_MANY : RETRY;
    }

    private static FailureSort of(Reply reply) {
        return switch (reply.code()) {
            case 452 -> FINAL;
            default -> reply.isTransientRefusal() ? RETRY : FINAL;
        };
    }

    private static boolean isLimit(Reply reply) {
        return reply.code() == 421
                || LIMIT.matcher(reply.text().toLowerCase(Locale.ROOT)).find();
    }
}
