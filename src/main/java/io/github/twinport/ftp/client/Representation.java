// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How files travel over one control connection; told to the server only when it changes. Belongs to the lane thread. */
final class Representation {

    /** The command is known but not with this parameter: what some servers say to transfers in MODE Z. */
    private static final int NOT_FOR_THIS_PARAMETER = 504;

    private final ControlConnection control;
    private final Pipeline pipeline;
    private final Compression compression;
    private @Nullable TransferType type;
    private final boolean uploadsCompressed;
    private boolean compressionPossible;
    private boolean compressed;
    private boolean levelTold;

    Representation(ControlConnection control, Pipeline pipeline, Features features, Compression compression) {
        this.control = control;
        this.pipeline = pipeline;
        this.compression = compression;
        compressionPossible = compression.wanted() && features.hasModeZ();
        // Uploads in MODE Z hang in ProFTPD 1.3.8 or end with 451, whatever the client: about 100 kB get through.
        uploadsCompressed = !control.welcome().toLowerCase(Locale.ROOT).contains("proftpd");
        levelTold = compression.level() == Compression.USUAL_LEVEL;
    }

    /** TYPE I or TYPE A. */
    void use(TransferType wanted) throws FtpException {
        if (type != wanted) {
            demandCompletion(Command.of("TYPE", wanted.code()));
            type = wanted;
        }
    }

    /** The same for a transfer, whose data port is asked for in the same packet where the server copes. */
    void useForTransfer(TransferType wanted, DataConnector connector) throws FtpException {
        if (type == wanted || !pipeline.isKnownToWork()) {
            use(wanted);
            return;
        }
        PendingReply pending = control.send(Command.of("TYPE", wanted.code()));
        connector.sendAhead();
        demandCompletion(pending.command(), control.await(pending));
        type = wanted;
    }

    /**
     * Opens a data connection with the compression that is wanted and possible. Offsets count bytes of the file in MODE Z
     * too: ProFTPD and Apache FtpServer both do it so.
     */
    DataTransfer open(DataConnector connector, Command command, long restart) throws FtpException {
        tellMode(compressionPossible && (uploadsCompressed || !command.verb().equals("STOR")));
        try {
            return connector.open(command, restart, compressed ? compression.level() : 0);
        } catch (Refused e) {
            if (!compressed || e.reply().code() != NOT_FOR_THIS_PARAMETER) {
                throw e;
            }
            compressionPossible = false;
            tellMode(false);
            return connector.open(command, restart, 0);
        }
    }

    /** Like {@link #open}; where nothing is compressed it may return before the server has accepted the command. */
    DataTransfer openForSending(DataConnector connector, Command command, long restart) throws FtpException {
        if (compressionPossible || compressed) {
            return open(connector, command, restart);
        }
        return connector.openForSending(command, restart, 0);
    }

    /** MODE Z or MODE S (RFC 959, 5.3.1). Who refuses MODE Z is not asked again. */
    private void tellMode(boolean wanted) throws FtpException {
        if (compressed && !wanted) {
            demandCompletion(Command.of("MODE", "S"));
            compressed = false;
        } else if (!compressed && wanted) {
            tellLevel();
            compressed = control.execute(Command.of("MODE", "Z")).isCompletion();
            compressionPossible = compressed;
        }
    }

    /** Who does not let the level be chosen compresses as it likes. */
    private void tellLevel() throws FtpException {
        if (!levelTold) {
            levelTold = true;
            control.execute(Command.of("OPTS", "MODE Z LEVEL " + compression.level()));
        }
    }

    private void demandCompletion(Command command) throws FtpException {
        demandCompletion(command, control.execute(command));
    }

    private static void demandCompletion(Command command, Reply reply) throws Refused {
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
    }
}
