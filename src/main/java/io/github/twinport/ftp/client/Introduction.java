// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said between the login and the first work: options that follow from the server's features, and where we are.
 * A server that is new to us gets all of it in one packet, which shows whether it copes with that; one that has shown it
 * before gets it together with the first work. Belongs to the lane thread.
 */
final class Introduction {

    private static final Command WHERE = Command.of("PWD");
    private static final String FACTS = "type;size;modify;perm;UNIX.mode;UNIX.owner;UNIX.group;";

    private final ControlConnection control;
    private final ConnectionSettings settings;
    private final Pipeline pipeline;

    Introduction(ControlConnection control, ConnectionSettings settings, Pipeline pipeline) {
        this.control = control;
        this.settings = settings;
        this.pipeline = pipeline;
    }

    /**
     * Says it.
     *
     * @return the folder in which the server has put us
     * @throws FtpException.PipelineBroken when a new server has not answered to all of it
     */
    StartFolder run(Features features) throws FtpException {
        List<Command> options = options(features);
        // The user's own commands may go to another folder, and may be ones that nobody has tried.
        List<String> own = settings.options().login().commands();
        if (!own.isEmpty() || pipeline.proof() == Proof.REFUSED) {
            return inSteps(options, own);
        }
        List<PendingReply> sent = new ArrayList<>();
        for (Command option : options) {
            sent.add(control.send(option));
        }
        PendingReply asked = control.send(WHERE);
        if (pipeline.proof() == Proof.UNKNOWN) {
            sent.add(asked);
            pipeline.judge(sent);
        }
        return new StartFolder(control, asked);
    }

    private StartFolder inSteps(List<Command> options, List<String> own) throws FtpException {
        for (Command option : options) {
            control.execute(option);
        }
        for (String line : own) {
            control.execute(Command.ofLine(line));
        }
        PendingReply asked = control.send(WHERE);
        control.await(asked);
        return new StartFolder(control, asked);
    }

    /** UTF-8 unless the user says otherwise (without OPTS UTF8 many servers stay with their own charset), the facts of listings, and CLNT where the server asks for it. */
    private List<Command> options(Features features) {
        List<Command> options = new ArrayList<>();
        if (settings.charset().equals(StandardCharsets.UTF_8) && features.has("UTF8")) {
            // Some servers refuse the command although they speak UTF-8 (Pure-FTPd 504, pyftpdlib 501).
            options.add(Command.of("OPTS", "UTF8 ON"));
        }
        if (features.factIsOff("type") || features.factIsOff("size") || features.factIsOff("modify")) {
            options.add(Command.of("OPTS", "MLST " + FACTS));
        }
        String clientName = settings.options().login().clientName();
        if (!clientName.isEmpty() && features.has("CLNT")) {
            options.add(Command.of("CLNT", clientName));
        }
        return options;
    }
}
