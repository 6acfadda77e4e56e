// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.EndUnconfirmed;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.data.DataTransfer;

/** The end of a transfer of which every byte has been moved. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Waits for the last reply.
     *
     * @param length the length that the server's file has if it is complete, in bytes
     * @param end ends the data connection and waits
     * @throws EndUnconfirmed where the reply is lost although the data connection ended in good order: that is another
     *     matter than lost bytes
     */
    static void await(DataTransfer transfer, long length, End end) throws FtpException {
        try {
            end.await();
        } catch (ConnectionLost | TimedOut | ServiceEnded e) {
            throw transfer.hasEndedInOrder() ? new EndUnconfirmed(length, e) : e;
        }
    }

    /** Waits for the last reply. */
    @FunctionalInterface
    interface End {
        /** Blocks until it is there; what it returns does not matter. */
        Object await() throws FtpException;
    }
}
