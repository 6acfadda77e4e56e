// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Links;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.LocalNames;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code get}: brings a file or a folder under its own name into a local folder. */
@Command
final class GetCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private TransferOptions options = new TransferOptions();

    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "LOCAL-FOLDER", descriptionKey = "cli.parameter.localFolder")
    private String folder = "";

    @Mixin
    private NameOption name = new NameOption();

    GetCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        Path into = Path.of(folder).toAbsolutePath().normalize();
        if (ServerAddress.isUrl(folder)) {
            throw new UsageException(work.messages().text("cli.getIntoUrl"));
        }
        if (Files.exists(into) && !Files.isDirectory(into)) {
            throw new CommandException(new Explanation(
                    work.messages().text("cli.noFolder", EntryName.escaped(folder)),
                    work.messages().text("cli.getIntoFile.advice")));
        }
        name.check(work.messages(), 1);
        Selection selection = options.selection(work.messages(), true);
        if (!options.dryRun()) {
            work.prepareDatabase();
        }
        if (selection.links() == Links.COPY) {
            throw new UsageException(work.messages().text("cli.linksMirror"));
        }
        TransferRequest request;
        try (Remote remote = work.connect(server)) {
            RemotePath path = remote.run(client -> work.folder(server, client));
            Found found = remote.run(client -> Found.at(client, path))
                    .orElseThrow(() -> new CommandException(work.missing(path)));
            String wanted = name.or(path.name());
            Path target = wanted.isEmpty() ? into : LocalNames.HERE.resolve(into, wanted);
            request = new TransferRequest(
                    remote.settings(), Direction.DOWNLOAD, target, path, found.folder(), found.size());
            if (options.rules(work.site()).permissions() && !found.folder()) {
                String shown = remote.run(client -> Found.permissions(client, path));
                request = request.withPermissions(shown);
            }
            if (options.dryRun()) {
                return new Preview(work, options, selection).show(remote, List.of(request));
            }
            work.leaveToTransfers(remote);
        }
        return new Transfers(work, options, selection).run(List.of(request));
    }
}
