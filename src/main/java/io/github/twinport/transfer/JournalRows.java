// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.ConnectionSettings;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes records for the journal of rows, and what is asked for of records. */
final class JournalRows {

    private JournalRows() {}

    static JournalRow row(Node node, @Nullable Partial partial) {
        Node parent = node.parent();
        TransferRequest request = node.request();
        Explanation failure = node.status == Status.FAILED ? node.explanation : null;
        return new JournalRow(
                node.id(),
                parent == null ? 0 : parent.id(),
                node.isFolder(),
                request.remote().name(),
                name(request.local()),
                node.source(),
                KnownTarget.of(node.target()),
                node.status,
                node.isFolder() ? 0 : node.moved(),
                node.rule(),
                partial,
                failure == null ? node.reason : failure.what(),
                failure == null ? "" : failure.advice(),
                node.history);
    }

    /** A file found in a folder that is not kept in memory. */
    static JournalRow row(long id, Node folder, Child child) {
        TransferRequest request = child.request();
        return new JournalRow(
                id,
                folder.id(),
                false,
                request.remote().name(),
                name(request.local()),
                child.source(),
                KnownTarget.of(child.target()),
                Status.WAITING,
                0,
                null,
                null,
                "",
                "",
                History.NONE);
    }

    static JournalRow with(JournalRow row, Status status) {
        return new JournalRow(
                row.id(),
                row.parent(),
                row.folder(),
                row.remoteName(),
                row.localName(),
                row.source(),
                row.target(),
                status,
                row.moved(),
                row.rule(),
                row.partial(),
                row.what(),
                row.advice(),
                row.history());
    }

    static JournalJob job(Node top) {
        ItemKey key = top.key();
        return new JournalJob(
                top.id(),
                top.place,
                KnownConnection.of(top.request().connection()),
                key.direction(),
                key.local(),
                key.remote(),
                top.request().type(),
                top.request().rules(),
                top.priority,
                top.seed);
    }

    /** What the user asked for, as it was asked for. */
    static TransferRequest asked(JournalJob job, JournalRow row, ConnectionSettings settings) {
        return new TransferRequest(
                settings,
                job.direction(),
                job.local(),
                job.remote(),
                row.folder(),
                row.source().size(),
                job.type(),
                job.rules(),
                row.source().permissions());
    }

    /** What the user asked for under the names that it has now. */
    static TransferRequest renamed(TransferRequest asked, JournalRow row) {
        Path local = asked.local();
        RemotePath remote = asked.remote();
        RemotePath above = remote.parent();
        boolean sameLocal = name(local).equals(row.localName()) || !EntryName.isPlain(row.localName());
        boolean sameRemote = remote.name().equals(row.remoteName()) || !EntryName.isPlain(row.remoteName());
        return asked.withPlaces(
                sameLocal ? local : local.resolveSibling(row.localName()),
                above == null || sameRemote ? remote : above.child(row.remoteName()));
    }

    /** What is to be done for a row inside a folder. */
    static TransferRequest inside(TransferRequest folder, JournalRow row) {
        return folder.child(
                folder.local().resolve(row.localName()),
                folder.remote().child(row.remoteName()),
                row.folder(),
                row.source().size());
    }

    private static String name(Path path) {
        return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }
}
