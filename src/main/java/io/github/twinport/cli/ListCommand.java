// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.transfer.ListingNotWholeException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ls}: lists a folder, or one file. */
@Command
final class ListCommand implements HeadlessCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    ListCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        try (Remote remote = work.connect(server)) {
            return remote.run(client -> list(client, work.folder(server, client), work));
        } catch (InterruptedCommandException e) {
            if (work.isAbandoned()) {
                return ExitCode.DONE;
            }
            throw e;
        }
    }

    private static ExitCode list(FtpClient client, RemotePath path, Work work) throws IOException {
        try {
            client.changeFolder(path);
        } catch (FtpException.Refused e) {
            Optional<Entry> file = Found.entry(client, path);
            if (file.isEmpty()) {
                throw work.missingOr(e, client, path);
            }
            work.print(new Event.Listed(Objects.requireNonNull(path.parent()), file.get()));
            return ExitCode.DONE;
        }
        Listing listing = client.list(path, entries -> {
            for (Entry entry : entries) {
                work.print(new Event.Listed(path, entry));
            }
            if (work.isAbandoned()) {
                work.interruption().request();
            }
        });
        if (listing.unparsedCount() > 0) {
            // What was read has been shown: that is no reason to fail.
            work.print(new Event.Problem(
                    ExitCode.DONE, work.explanation("cli.unread", path.toString(), listing.unparsedCount())));
        }
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        gaps.addAll(listing.gaps());
        gaps.remove(Gap.UNREAD_LINES);
        if (gaps.isEmpty()) {
            return ExitCode.DONE;
        }
        // What was guessed has been shown, too.
        ExitCode code = gaps.equals(EnumSet.of(Gap.GUESSED_LINES)) ? ExitCode.DONE : ExitCode.SOME_FAILED;
        work.print(new Event.Problem(code, work.explain(new ListingNotWholeException(gaps))));
        return code;
    }
}
