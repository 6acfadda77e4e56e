// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.RemotePath;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rm}: deletes a file, or a folder with all it holds. */
@Command
final class RemoveCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-r", "--recursive"},
            descriptionKey = "cli.option.recursive")
    private boolean recursive;

    @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
    private boolean dryRun;

    @Parameters(paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    RemoveCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        RemotePath path = work.path(server);
        try (Remote remote = work.connect(server)) {
            return remote.run(
                    client -> new RemoteRemoval(client, work, recursive, dryRun).run(Work.onServer(path, client)));
        }
    }
}
