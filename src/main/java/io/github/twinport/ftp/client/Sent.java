// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.PendingReply;

/** A command of several that are under way: what its reply comes to, or the reply where it could not be sent. */
sealed interface Sent {

    record UnderWay(PendingReply pending) implements Sent {}

    record Unsendable(Reply reply) implements Sent {}
}
