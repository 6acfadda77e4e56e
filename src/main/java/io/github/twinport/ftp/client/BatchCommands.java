// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The same command for many paths, many at once where the server has shown that it copes with commands that do not wait
 * for replies. Each method gives back what has become of each path, in their order, and throws
 * {@link FtpException.PipelineBroken} when replies were lost: a session repeats the operation then on a new connection. On a connection that follows one on which replies were lost, what a server refuses is
 * looked up: it may be refused because it was done before. Belongs to the lane thread.
 */
public final class BatchCommands {

    private final ControlConnection control;
    private final Pipeline pipeline;
    private final FileCommands files;
    private final Features features;
    private boolean lookUpRefusals;

    BatchCommands(ControlConnection control, Pipeline pipeline, FileCommands files, Features features) {
        this.control = control;
        this.pipeline = pipeline;
        this.files = files;
        this.features = features;
    }

    /** Some of what will be asked for may be done already. */
    void lookUpRefusals() {
        lookUpRefusals = true;
    }

    /** Deletes files. */
    public List<BatchResult> deleteFiles(List<RemotePath> paths) throws FtpException {
        return execute(paths, path -> Command.of("DELE", path.toString()), this::isNoFile);
    }

    /**
     * Deletes what is not a folder, whatever a listing says: servers show a link to a folder as a folder, some even in
     * MLSD. What is in a folder is to be deleted only after this was refused, so that nothing is deleted through a link. A
     * server that could not tell just then is asked once more.
     *
     * @return false when it was refused
     */
    public boolean deleteUnlessFolder(RemotePath path) throws FtpException {
        Command command = Command.of("DELE", path.toString());
        Reply reply = control.execute(command);
        return (reply.isTransientRefusal() ? control.execute(command) : reply).isCompletion();
    }

    /**
     * Makes folders, parents first as the caller has put them. One that was made before is refused like any that exists:
     * who asks must look into it in both cases.
     */
    public List<BatchResult> makeFolders(List<RemotePath> paths) throws FtpException {
        return execute(paths, path -> Command.of("MKD", path.folderText()), path -> false);
    }

    /** Removes empty folders, those inside first as the caller has put them. */
    public List<BatchResult> removeFolders(List<RemotePath> paths) throws FtpException {
        for (RemotePath path : paths) {
            files.leave(path);
        }
        return execute(paths, path -> Command.of("RMD", path.folderText()), this::isNoFolder);
    }

    /** Sets permissions, for each path its Unix mode. */
    public List<BatchResult> changePermissions(Map<RemotePath, Integer> modes) throws FtpException {
        return execute(
                List.copyOf(modes.keySet()),
                path -> FileCommands.permissionsCommand(path, modes.getOrDefault(path, 0)),
                path -> false);
    }

    /** Sets when files were last changed. */
    public List<BatchResult> setModified(Map<RemotePath, Instant> times) throws FtpException {
        return execute(
                List.copyOf(times.keySet()),
                path -> files.timeCommand(path, times.getOrDefault(path, Instant.EPOCH)),
                path -> false);
    }

    private List<BatchResult> execute(List<RemotePath> paths, Function<RemotePath, Command> command, Lookup isDone)
            throws FtpException {
        List<Command> commands = paths.stream().map(command).toList();
        List<Reply> replies = pipeline.executeAll(commands);
        List<BatchResult> results = new ArrayList<>(paths.size());
        for (int i = 0; i < replies.size(); i++) {
            RemotePath path = paths.get(i);
            Reply reply = replies.get(i);
            boolean done = reply.isCompletion() || (lookUpRefusals && isDone.test(path));
            results.add(
                    done
                            ? new BatchResult.Done(path)
                            : new BatchResult.Failed(
                                    path, new Refused(commands.get(i).toString(), reply)));
        }
        return results;
    }

    private boolean isNoFile(RemotePath path) throws FtpException {
        return features.has("SIZE")
                && files.size(path) == Entry.UNKNOWN_SIZE
                && control.execute(Command.of("MDTM", path.toString())).isRefusal();
    }

    private boolean isNoFolder(RemotePath path) throws FtpException {
        try {
            files.changeFolder(path);
            return false;
        } catch (Refused e) {
            return !e.reply().isTransientRefusal();
        }
    }

    /** Whether what a server has refused to do is done all the same. */
    @FunctionalInterface
    private interface Lookup {
        boolean test(RemotePath path) throws FtpException;
    }
}
