// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Links;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mirror}: makes one folder hold what another holds. */
@Command
final class MirrorCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private TransferOptions options = new TransferOptions();

    @Mixin
    private DeleteOptions deleting = new DeleteOptions();

    @Parameters(index = "0", paramLabel = "SOURCE", descriptionKey = "cli.parameter.source")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TARGET", descriptionKey = "cli.parameter.target")
    private String target = "";

    MirrorCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        boolean download = ServerAddress.isUrl(source);
        if (download == ServerAddress.isUrl(target)) {
            throw new UsageException(work.messages().text("cli.mirrorSides"));
        }
        deleting.limit(work.messages());
        ServerUrl server = work.url(download ? source : target);
        Selection selection = options.selection(work.messages(), download);
        if (!options.dryRun()) {
            work.prepareDatabase();
        }
        Path local = Path.of(download ? target : source).toAbsolutePath().normalize();
        if (download ? Files.exists(local) && !Files.isDirectory(local) : !Files.isDirectory(local)) {
            throw work.problem("cli.noFolder", download ? target : source);
        }
        if (download && Files.isSymbolicLink(local)) {
            // Below the folder that the user has named no link stands for a folder, so it is the one that is meant.
            local = local.toRealPath();
        }
        if (deleting.delete()
                && !deleting.yes()
                && !options.dryRun()
                && !work.prompts().isPossible()) {
            throw new UsageException(work.messages().text("cli.deleteNeedsYes"));
        }
        boolean planned = deleting.delete() || options.dryRun() || selection.links() == Links.COPY;
        TransferRequest request;
        PlannedMirror mirror;
        try (Remote remote = work.connect(server)) {
            RemotePath path = remote.run(client -> {
                RemotePath folder = work.folder(server, client);
                if (download) {
                    client.changeFolder(folder);
                } else if (!options.dryRun()) {
                    RemoteFolders.make(client, folder);
                }
                return folder;
            });
            Direction direction = download ? Direction.DOWNLOAD : Direction.UPLOAD;
            request = new TransferRequest(remote.settings(), direction, local, path, true, Entry.UNKNOWN_SIZE);
            mirror = new PlannedMirror(work, request, options, selection, deleting);
            if (planned) {
                ExitCode early = mirror.plan(remote);
                if (early != null) {
                    return early;
                }
            }
            work.leaveToTransfers(remote);
        }
        return new Transfers(work, options, selection)
                .run(List.of(request), transferred -> planned ? mirror.finish(transferred) : transferred);
    }
}
