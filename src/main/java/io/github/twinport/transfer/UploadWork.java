// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.TemporaryForm;
import io.github.twinport.ftp.client.UploadProfile;
import io.github.twinport.transfer.rules.TemporaryRule;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every step of an upload needs. Belongs to one worker.
 *
 * @param attempt the go at it
 * @param connection the way to the server
 * @param knowledge what uploads have learnt about servers
 * @param shortNames chooses names where they are short
 */
record UploadWork(Attempt attempt, WorkerConnection connection, UploadKnowledge knowledge, ShortNames shortNames) {

    /** The target with the temporary file that an earlier attempt has noted, else with one of a form. */
    RemoteTarget target(TemporaryForm form) throws IOException {
        RemotePath path = attempt.request().remote();
        Partial begun = attempt.partial();
        String name = begun == null
                ? free(number -> attempt.names().beside(path, form, number))
                : attempt.names().beside(path, form, begun);
        return new RemoteTarget(connection, path, name);
    }

    /** The first of several names that is not taken. */
    String free(IntFunction<String> candidates) throws IOException {
        return shortNames.free(attempt.request(), connection, candidates);
    }

    /** Compares the server's files with the local one. */
    ServerContent content() {
        return new ServerContent(connection, attempt, attempt.request().local());
    }

    UploadProfile profile() {
        return knowledge.of(attempt.request());
    }

    /** Takes note of something; what changes the way of all later files is told, once. */
    void learn(UnaryOperator<UploadProfile> lesson) throws IOException {
        UploadProfile before = profile();
        if (!knowledge.learn(attempt.request(), lesson)) {
            return;
        }
        UploadProfile now = profile();
        connection.note("learnt about uploads to this server: " + now.text());
        if (now.isDirect() && !before.isDirect() && rule() == TemporaryRule.AUTO) {
            attempt.tell(new QueueNotice.StraightUploads(HeldServer.of(attempt.request())));
        }
    }

    TemporaryRule rule() {
        return attempt.request().rules().temporaryNames();
    }

    boolean isText() {
        return attempt.request().isText();
    }

    /** Whether what an earlier attempt has begun has the target's own name. */
    boolean isInPlace(@Nullable Partial begun) {
        return begun != null
                && (begun.name().equals(attempt.request().remote().name())
                        || (begun.name().isEmpty() && rule() == TemporaryRule.OFF));
    }
}
