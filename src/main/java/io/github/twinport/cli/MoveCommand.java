// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mv}: renames or moves on a server; never replaces anything. */
@Command
final class MoveCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    @Parameters(index = "1", paramLabel = "PATH", descriptionKey = "cli.parameter.newPath")
    private String newPath = "";

    MoveCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        RemotePath named = work.path(server);
        demandPath(named, work);
        try (Remote remote = work.connect(server)) {
            RemotePath from = remote.run(client -> Work.onServer(named, client));
            RemotePath to = remote.run(client -> move(client, from, Work.onServer(wanted(from, work), client), work));
            work.print(new Event.Moved(from, to, dryRun));
        }
        return ExitCode.DONE;
    }

    /** What can be said without a connection. */
    private void demandPath(RemotePath from, Work work) throws UsageException {
        wanted(from, work);
    }

    /** A path without a slash in front counts from the folder in which the source is. */
    private RemotePath wanted(RemotePath from, Work work) throws UsageException {
        if (ServerAddress.isUrl(newPath)) {
            throw new UsageException(work.messages().text("cli.pathNoUrl"));
        }
        try {
            RemotePath wanted = Objects.requireNonNull(from.parent()).resolve(newPath);
            if (!newPath.isEmpty() && !wanted.equals(from)) {
                return wanted;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(work.messages().text("cli.badPath", EntryName.escaped(newPath)));
        }
        throw new UsageException(work.messages().text("cli.badPath", EntryName.escaped(newPath)));
    }

    private RemotePath move(FtpClient client, RemotePath from, RemotePath wanted, Work work) throws IOException {
        Optional<Found> there = Found.at(client, wanted);
        boolean into = there.isPresent() && there.get().folder();
        RemotePath to = into ? wanted.child(from.name()) : wanted;
        Optional<Found> taken = into ? Found.at(client, to) : there;
        if (taken.isPresent()) {
            throw work.problem("cli.taken", EntryName.escaped(to.toString()));
        }
        if (!dryRun) {
            try {
                client.rename(from, to);
            } catch (FtpException.Refused e) {
                throw work.missingOr(e, client, from);
            }
        }
        return to;
    }
}
