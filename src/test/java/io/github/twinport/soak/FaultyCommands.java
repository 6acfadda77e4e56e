// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.soak.Faults.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.jspecify.annotations.Nullable;

/** The commands of Apache FtpServer, some of which go wrong. */
final class FaultyCommands implements CommandFactory {

    private static final List<Fault> ANY = List.of(
            Fault.COMMAND_REFUSED,
            Fault.COMMAND_REFUSED,
            Fault.COMMAND_REFUSED,
            Fault.COMMAND_DROPPED,
            Fault.SESSION_HUNG,
            Fault.REPLY_LOST);
    private static final List<Fault> OF_TRANSFERS = List.of(
            Fault.COMMAND_REFUSED,
            Fault.COMMAND_REFUSED,
            Fault.COMMAND_DROPPED,
            Fault.SESSION_HUNG,
            Fault.REPLY_LOST,
            Fault.TRANSFER_DENIED);

    private static final String HUNG = FaultyCommands.class.getName();

    private final CommandFactory commands = new CommandFactoryFactory().createCommandFactory();
    private final Faults faults;

    FaultyCommands(Faults faults) {
        this.faults = faults;
    }

    @Override
    public @Nullable Command getCommand(String name) {
        Command command = commands.getCommand(name);
        if (command == null) {
            return null;
        }
        List<Fault> possible = switch (name.toUpperCase(Locale.ROOT)) {
            case "RETR", "STOR", "APPE", "MLSD", "LIST" -> OF_TRANSFERS;
            default -> ANY;
        };
        return (session, context, request) -> execute(command, possible, session, context, request);
    }

    private void execute(
            Command command, List<Fault> possible, FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws IOException, FtpException {
        if (session.containsAttribute(HUNG)) {
            return;
        }
        Optional<Fault> fault = faults.next(possible);
        if (fault.isEmpty()) {
            command.execute(session, context, request);
            return;
        }
        faults.happened(fault.get());
        switch (fault.get()) {
            case COMMAND_REFUSED -> {
                session.resetState();
                session.getDataConnection().closeDataConnection();
                session.write(new DefaultFtpReply(450, "Not now."));
            }
            case COMMAND_DROPPED -> session.closeNow();
            case SESSION_HUNG -> session.setAttribute(HUNG);
            default -> {
                session.getFilterChain().addLast("last reply", new LastReply(fault.get() == Fault.REPLY_LOST));
                command.execute(session, context, request);
            }
        }
    }

    /** Takes away the next reply that ends a command. */
    private static final class LastReply extends IoFilterAdapter {

        private final boolean lost;

        LastReply(boolean lost) {
            this.lost = lost;
        }

        @Override
        public void filterWrite(NextFilter next, IoSession session, WriteRequest request) {
            if (!(request.getMessage() instanceof FtpReply reply) || reply.getCode() < 200) {
                next.filterWrite(session, request);
                return;
            }
            session.getFilterChain().remove(this);
            if (lost) {
                session.closeNow();
            } else {
                next.filterWrite(
                        session, new DefaultWriteRequest(new DefaultFtpReply(426, "Broken off."), request.getFuture()));
            }
        }
    }
}
