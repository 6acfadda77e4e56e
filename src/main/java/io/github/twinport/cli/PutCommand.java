// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code put}: brings files and folders under their own names into a folder of a server. */
@Command
final class PutCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private TransferOptions options = new TransferOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "LOCAL... URL",
            hideParamSyntax = true,
            descriptionKey = "cli.parameter.localsAndUrl")
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private NameOption name = new NameOption();

    PutCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        if (arguments.size() < 2) {
            throw new UsageException(work.messages().text("cli.putNeedsTwo"));
        }
        List<String> locals = arguments.subList(0, arguments.size() - 1);
        if (locals.stream().anyMatch(PutCommand::isUrl)) {
            throw new UsageException(work.messages().text("cli.putOneUrl"));
        }
        ServerUrl server = work.url(arguments.getLast());
        Selection selection = options.selection(work.messages(), false);
        name.check(work.messages(), locals.size());
        if (!options.dryRun()) {
            work.prepareDatabase();
        }
        List<Path> sources = new ArrayList<>();
        ExitCode worst = ExitCode.DONE;
        for (String local : locals) {
            Path path = path(local);
            if (path == null || path.getFileName() == null || !Files.exists(path)) {
                worst = ExitCode.SOME_FAILED;
                work.print(new Event.Problem(worst, work.explain(work.problem("cli.noFile", local))));
            } else if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                worst = ExitCode.SOME_FAILED;
                work.print(new Event.Problem(worst, work.explain(work.problem("cli.notAFile", local))));
            } else {
                sources.add(path);
            }
        }
        if (sources.isEmpty()) {
            return worst;
        }
        List<TransferRequest> requests = new ArrayList<>();
        try (Remote remote = work.connect(server)) {
            RemotePath target = remote.run(client -> {
                RemotePath folder = work.folder(server, client);
                if (!options.dryRun()) {
                    make(client, folder, work);
                }
                return folder;
            });
            for (Path source : sources) {
                requests.add(request(remote, source, target));
            }
            if (options.dryRun()) {
                ExitCode shown = new Preview(work, options, selection).show(remote, requests);
                return shown == ExitCode.DONE ? worst : shown;
            }
            work.leaveToTransfers(remote);
        }
        ExitCode transferred = new Transfers(work, options, selection).run(requests);
        return transferred == ExitCode.DONE ? worst : transferred;
    }

    /** Whether a server is meant where a file of this computer has to be; one that has such a name is a file. */
    private static boolean isUrl(String local) {
        Path path = path(local);
        return ServerAddress.isUrl(local) && (path == null || !Files.exists(path));
    }

    /** Null where no file can have the name. */
    private static @Nullable Path path(String local) {
        try {
            return Path.of(local).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static void make(FtpClient client, RemotePath folder, Work work) throws IOException {
        try {
            RemoteFolders.make(client, folder);
        } catch (FtpException.Refused e) {
            if (Found.at(client, folder).filter(found -> !found.folder()).isPresent()) {
                throw new CommandException(new Explanation(
                        work.messages().text("cli.putIntoFile", EntryName.escaped(folder.toString())),
                        work.messages().text("cli.putIntoFile.advice")));
            }
            throw e;
        }
    }

    private TransferRequest request(Remote remote, Path source, RemotePath target) throws IOException {
        boolean folder = Files.isDirectory(source);
        RemotePath to = target.child(name.or(String.valueOf(source.getFileName())));
        return new TransferRequest(
                remote.settings(), Direction.UPLOAD, source, to, folder, folder ? -1 : Files.size(source));
    }
}
