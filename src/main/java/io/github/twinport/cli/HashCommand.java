// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hash}: the digest of a file, by the server where it can and otherwise of the bytes that it sends. */
@Command
final class HashCommand implements HeadlessCommand {

    private static final String ALGORITHM = "SHA-256";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "URL", descriptionKey = "cli.parameter.url")
    private String url = "";

    HashCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        ServerUrl server = work.url(url);
        RemotePath named = work.path(server);
        try (Remote remote = work.connect(server)) {
            RemotePath path = remote.run(client -> Work.onServer(named, client));
            work.print(remote.run(client -> hash(client, path, work)));
        }
        return ExitCode.DONE;
    }

    private static Event hash(FtpClient client, RemotePath path, Work work) throws IOException {
        try {
            Optional<ContentHash> theirs = client.hash(path);
            return theirs.isPresent()
                    ? new Event.Hashed(
                            path, theirs.get().algorithm(), theirs.get().hexadecimal(), true)
                    : new Event.Hashed(path, ALGORITHM, digest(client, path), false);
        } catch (FtpException.Refused e) {
            if (Found.isFolder(client, path)) {
                throw work.problem("cli.hashOfFolder", EntryName.escaped(path.toString()));
            }
            throw work.missingOr(e, client, path);
        }
    }

    private static String digest(FtpClient client, RemotePath path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            try (var channel = Channels.newChannel(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                client.retrieve(path, 0, channel, ByteMeter.NONE);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
