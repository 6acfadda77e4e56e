// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkdir}: makes a folder. */
@Command
final class MakeFolderCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
    private boolean dryRun;

    @Parameters(paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    MakeFolderCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        RemotePath path = work.path(server);
        try (Remote remote = work.connect(server)) {
            remote.run(client -> {
                if (!dryRun) {
                    make(client, Work.onServer(path, client), work);
                }
                return client;
            });
        }
        work.print(new Event.FolderMade(path, dryRun));
        return ExitCode.DONE;
    }

    private static void make(FtpClient client, RemotePath path, Work work) throws IOException {
        try {
            client.makeFolder(path);
        } catch (FtpException.Refused e) {
            if (!e.reply().isTransientRefusal() && Found.at(client, path).isPresent()) {
                throw work.problem("cli.exists", EntryName.escaped(path.toString()));
            }
            throw e;
        }
    }
}
