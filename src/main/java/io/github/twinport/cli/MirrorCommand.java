// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

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

/** {@code mirror}: makes one folder hold what another holds; nothing is deleted. */
@Command
final class MirrorCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private TransferOptions options = new TransferOptions();

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
        ServerUrl server = work.url(download ? source : target);
        Path local = Path.of(download ? target : source).toAbsolutePath().normalize();
        if (download ? Files.exists(local) && !Files.isDirectory(local) : !Files.isDirectory(local)) {
            throw work.problem("cli.noFolder", download ? target : source);
        }
        TransferRequest request;
        try (Remote remote = work.connect(server)) {
            RemotePath path = remote.run(client -> {
                RemotePath folder = ServerAddress.path(server, client.startFolder());
                if (download) {
                    client.changeFolder(folder);
                } else {
                    RemoteFolders.make(client, folder);
                }
                return folder;
            });
            Direction direction = download ? Direction.DOWNLOAD : Direction.UPLOAD;
            request = new TransferRequest(remote.settings(), direction, local, path, true, Entry.UNKNOWN_SIZE);
        }
        return new Transfers(work, options).run(List.of(request));
    }
}
