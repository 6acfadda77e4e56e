// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.i18n.Messages;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Says in plain sentences what a failure means and what the user can do: the one place where exceptions of the engine,
 * the session, the queue and the local disk become texts. Immutable; any thread.
 */
public final class Explainer {

    private final Messages messages;
    private final boolean ofCommands;
    private final LocalFailures localFailures;

    /** Explains in the language of the given texts, with advice for the window. */
    public Explainer(Messages messages) {
        this(messages, false);
    }

    private Explainer(Messages messages, boolean ofCommands) {
        this.messages = messages;
        this.ofCommands = ofCommands;
        localFailures = new LocalFailures(messages);
    }

    /** Explains with advice for the command line: it names options where the window has menus. */
    public static Explainer ofCommands(Messages messages) {
        return new Explainer(messages, true);
    }

    /** One sentence about what happened and one about what to do; wrappers of futures are looked through. */
    public Explanation explain(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapper -> explainCause(wrapper);
            case ExecutionException wrapper -> explainCause(wrapper);
            case FtpException ftp -> explain(ftp);
            case TransferException transfer -> explain(transfer);
            case TreeTooLargeException tree -> text("tree-too-large", tree.entries());
            case ListingNotWholeException listing ->
                new Explanation(notWhole(listing.gaps()), messages.text("failure.not-whole.advice"));
            default -> localFailures.explain(failure);
        };
    }

    /** The same for a transfer: its file is named also where the failure was about a temporary name. */
    Explanation explain(TransferRequest request, Throwable failure) {
        return FinalNames.in(explain(failure), request, failure);
    }

    private Explanation explainCause(Exception wrapper) {
        Throwable cause = wrapper.getCause();
        return cause == null ? localFailures.explain(wrapper) : explain(cause);
    }

    /** Why a listing does not, or may not, show all of its folder. */
    public String notWhole(Set<Gap> gaps) {
        String reasons = gaps.stream().sorted().map(this::gap).collect(Collectors.joining("; "));
        return messages.text(Gap.isCertain(gaps) ? "failure.not-whole.certain" : "failure.not-whole.perhaps", reasons);
    }

    /** One reason for that. */
    public String gap(Gap gap) {
        return messages.text("failure.gap." + gap);
    }

    /** Why something failed, with the name of its target before that. */
    Explanation about(TransferRequest request, Throwable failure) {
        Explanation why = explain(request, failure);
        String target = switch (request.direction()) {
            case DOWNLOAD -> request.local().toString();
            case UPLOAD -> request.remote().toString();
        };
        return new Explanation(messages.text("failure.about", EntryName.escaped(target), why.what()), why.advice());
    }

    /** What a folder says when something inside it failed. */
    Explanation someFailed(int failed, int files) {
        return text("folder", failed, files);
    }

    /** Why a link to a folder is not followed when a folder is downloaded. */
    String linkToFolder() {
        return messages.text("failure.skipped.link-to-folder");
    }

    /** Why a link that leads back to a folder above it is not followed. */
    String linkLoop() {
        return messages.text("failure.skipped.link-loop");
    }

    /** Why a link is not followed that leads nowhere. */
    String danglingLink() {
        return messages.text("failure.skipped.dangling-link");
    }

    /** Why a device, socket or pipe is not transferred. */
    String notAFile() {
        return messages.text("failure.skipped.not-a-file");
    }

    private Explanation explain(FtpException failure) {
        return switch (failure) {
            case FtpException.UnknownHost unknown -> text("unknown-host", unknown.host());
            case FtpException.Unreachable unreachable ->
                text("unreachable." + key(unreachable.phase()), unreachable.hostAndPort());
            case FtpException.TimedOut timedOut -> text("timed-out." + key(timedOut.phase()));
            case FtpException.ConnectionLost lost -> text("connection-lost." + key(lost.phase()));
            case FtpException.PipelineBroken ignored -> text("connection-lost." + key(Phase.REPLY));
            case FtpException.EndUnconfirmed ignored -> text("connection-lost." + key(Phase.FINAL_REPLY));
            case FtpException.ServiceEnded ended -> text("service-ended", said(ended.reply()));
            case FtpException.ServiceRefused refused -> text("service-refused", said(refused.reply()));
            case FtpException.LoginRefused refused -> text("login-refused", said(refused.reply()));
            case FtpException.Refused refused -> explain(refused);
            case FtpException.TlsFailed tls -> text("tls", message(tls));
            case FtpException.ResumptionRefused refused -> text("resumption-refused", said(refused.reply()));
            case FtpException.CertificateRejected certificate -> text("certificate", message(certificate));
            case FtpException.ClientCertificateUnusable unusable ->
                text(
                        "client-certificate."
                                + unusable.problem()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        EntryName.escaped(unusable.file().toString()));
            case FtpException.EndlessListing endless -> text("endless-listing", message(endless));
            case FtpException.ProtocolViolation violation -> text("protocol", message(violation));
            case FtpException.Incomplete incomplete ->
                incomplete.expected() < 0
                        ? text("incomplete-unknown", incomplete.moved())
                        : text("incomplete", incomplete.expected(), incomplete.moved());
            case FtpException.Oversized oversized ->
                oversized.expected() < 0
                        ? text("oversized-unknown", oversized.moved())
                        : text("oversized", oversized.expected(), oversized.moved());
            case FtpException.TooDeep deep -> text("too-deep", deep.levels());
            case FtpException.Cancelled ignored -> text("cancelled");
        };
    }

    private Explanation explain(FtpException.Refused refused) {
        Reply reply = refused.reply();
        String command = EntryName.escaped(refused.command());
        if (ServerFull.isCertain(refused)) {
            return text("refused.server-full", said(reply));
        }
        if (ServerFull.isMeantBy(refused) || (reply.code() == 451 && command.startsWith("STOR "))) {
            return text("refused.perhaps-full", command.substring(command.indexOf(' ') + 1), said(reply));
        }
        return switch (reply.code()) {
            case 425, 426 -> text("refused.data", said(reply));
            case 530, 532 -> text("refused.not-allowed", command, said(reply));
            case 550, 553 -> text("refused.file", command, said(reply));
            default -> {
                String kind = reply.isNotImplemented() ? "unknown" : reply.isTransientRefusal() ? "for-now" : "other";
                yield text("refused." + kind, command, said(reply));
            }
        };
    }

    private Explanation explain(TransferException failure) {
        String name = EntryName.escaped(failure.name());
        return switch (failure) {
            case TransferException.TargetIsFolder ignored -> text("target-is-folder", name);
            case TransferException.TargetIsFile ignored -> text("target-is-file", name);
            case TransferException.TargetIsLonger ignored -> text("target-is-longer", name);
            case TransferException.ContentDiffers ignored -> text("content-differs", name);
            case TransferException.DigestDiffers digests -> text("digest-differs", name, digests.algorithm());
            case TransferException.TakenAway taken -> text("taken-away", name, EntryName.escaped(taken.temporary()));
            case TransferException.InPlaceOnly only -> text("in-place-only", name, said(only.reply()));
            case TransferException.LeftAside left -> text("left-aside", name, EntryName.escaped(left.aside()));
            case TransferException.SameTarget same ->
                text(
                        "same-target",
                        name,
                        EntryName.escaped(same.other()),
                        same.other().isEmpty() ? 0 : 1);
            case TransferException.NameCannotBeSent ignored -> text("name-cannot-be-sent", name);
            case TransferException.SourceChanges ignored -> text("source-changes", name);
            case TransferException.TemporaryInUse ignored -> text("temporary-in-use", name);
            case TransferException.LocalNameDamaged ignored -> text("local-name-damaged", name);
        };
    }

    private Explanation text(String key, Object... arguments) {
        return new Explanation(
                messages.text("failure." + key + ".what", arguments),
                messages.text(advice("failure." + key + ".advice"), arguments));
    }

    private String advice(String key) {
        String own = key + ".commands";
        return ofCommands && messages.has(own) ? own : key;
    }

    private static String key(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String said(Reply reply) {
        return ForeignWords.inSentence(reply.toString());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : ForeignWords.inSentence(message);
    }
}
