// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.VaultException;
import io.github.twinport.session.Session;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.Site;
import io.github.twinport.store.Database;
import io.github.twinport.transfer.CertificateSentences;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Explanation;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What one run of a command works with. */
final class Work implements AutoCloseable {

    private final Surroundings surroundings;
    private final SettingsOfCommand settings;
    private final Profile profile;
    private final Prompts prompts;
    private final Passwords passwords;
    private final EventPrinter printer;
    private final CommandTrust trust;
    private final Explainer explainer;
    private @Nullable CompletableFuture<Database> database;
    private @Nullable LearntProfiles profiles;
    private @Nullable Site site;
    private @Nullable Session left;

    Work(Surroundings surroundings, ServerOptions options, EventPrinter printer) throws UsageException {
        this.surroundings = surroundings;
        this.printer = printer;
        prompts = new Prompts(surroundings.terminal(), surroundings.interruption());
        Path named = options.profile();
        profile = new Profile(named == null ? surroundings.profile() : named, this::tellOfDamage);
        passwords = new Passwords(surroundings.environment(), prompts, surroundings.messages(), profile);
        settings = new SettingsOfCommand(surroundings, options, passwords, profile);
        trust = settings.trust();
        explainer = Explainer.ofCommands(surroundings.messages());
    }

    Messages messages() {
        return surroundings.messages();
    }

    Interruption interruption() {
        return surroundings.interruption();
    }

    /** Where the database is. */
    Profile profile() {
        return profile;
    }

    /** Opens the database of the profile in the background, because transfers will need it. */
    void prepareDatabase() {
        if (database == null) {
            database = CommandJournal.prepare(profile);
        }
    }

    /** The database of the profile, open until the command is over. */
    CompletableFuture<Database> database() {
        prepareDatabase();
        return Objects.requireNonNull(database);
    }

    Passwords passwords() {
        return passwords;
    }

    Prompts prompts() {
        return prompts;
    }

    Explainer explainer() {
        return explainer;
    }

    void print(Event event) {
        printer.print(event);
    }

    void flush() {
        printer.flush();
    }

    /** Whether nobody takes results any more; brings out what was printed so far. */
    boolean isAbandoned() {
        return printer.isAbandoned();
    }

    /**
     * Reads a URL of the command line, or the name of a saved site.
     *
     * @throws UsageException when it is neither
     * @throws IOException when the saved sites cannot be read
     */
    ServerUrl url(String argument) throws IOException {
        if (!SiteAddress.isMeant(argument)) {
            return new ServerAddress(messages()).parse(argument);
        }
        SiteAddress.Named named = new SiteAddress(messages()).parse(argument, profile);
        site = named.site();
        return named.url();
    }

    /** The saved site that the command line names, null where it names none. */
    @Nullable
    Site site() {
        return site;
    }

    /** The folder or file that a URL names; where it names none, that of its site, or the one in which the server puts us. */
    RemotePath folder(ServerUrl url, FtpClient client) throws FtpException {
        RemotePath named = url.folder();
        if (named != null) {
            return onServer(named, client);
        }
        return site == null || site.remoteFolder().isEmpty()
                ? client.startFolder()
                : RemotePath.of(site.remoteFolder());
    }

    /** What a URL's path is for a server: {@code /C:/data} has no slash in front where the server's own paths have none. */
    static RemotePath onServer(RemotePath named, FtpClient client) throws FtpException {
        return named.mayBeOfDrive() ? named.writtenAs(client.startFolder()) : named;
    }

    /**
     * The entry that a URL names, see {@link #onServer}.
     *
     * @throws UsageException when it names only a server
     */
    RemotePath path(ServerUrl url) throws UsageException {
        RemotePath path = url.folder();
        if (path == null || path.equals(RemotePath.ROOT)) {
            throw new UsageException(messages().text("cli.noRoot"));
        }
        return path;
    }

    /** A session with the server of a URL; it connects on its first use. */
    Remote connect(ServerUrl url) throws IOException {
        if (profile.hasDatabase()) {
            prepareDatabase();
        }
        if (profiles == null) {
            profiles = new LearntProfiles(
                    database == null ? CompletableFuture.failedFuture(new NoSuchFileException("profile")) : database);
        }
        return new Remote(settings.of(url, site, trust, profiles), settings::completed, interruption());
    }

    private void tellOfDamage(Path aside) {
        print(new Event.Problem(
                ExitCode.DONE,
                new Explanation(
                        messages().text("store.damaged"),
                        messages().text("store.damaged.advice", EntryName.escaped(aside.toString())))));
    }

    /** Closes what the command has opened. */
    @Override
    public void close() {
        if (profiles != null) {
            profiles.close();
        }
        if (database != null) {
            database.thenAccept(Database::close).exceptionally(failure -> null).join();
        }
    }

    /** Leaves a command's session to its transfers, so that the first of them has no need to log in again. */
    void leaveToTransfers(Remote remote) {
        left = remote.release();
    }

    /** The session that was left to transfers, if any; whoever takes it closes it. */
    Optional<Session> takeSession() {
        Optional<Session> taken = Optional.ofNullable(left);
        left = null;
        return taken;
    }

    /** The failure of a command for which its words are the reason. */
    IOException problem(String key, Object... arguments) {
        return new CommandException(explanation(key, arguments));
    }

    /** Why a whole command failed. */
    Explanation explain(IOException failure) {
        return switch (failure) {
            case CommandException command -> command.explanation();
            case UsageException usage -> new Explanation(String.valueOf(usage.getMessage()), "");
            case PasswordMissingException missing -> new Explanation(String.valueOf(missing.getMessage()), "");
            case VaultException vault ->
                explanation("cli.vault." + vault.getClass().getSimpleName());
            case InterruptedCommandException ignored -> explanation("cli.interrupted");
            default -> explainBetter(failure);
        };
    }

    private Explanation explainBetter(IOException failure) {
        Explanation plain = explainer.explain(failure);
        if (failure instanceof FtpException.TlsFailed tls && tls.isRefusedForData()) {
            return new Explanation(plain.what(), messages().text("cli.clearData"));
        }
        if (ExitCode.of(failure) != ExitCode.CERTIFICATE) {
            return plain;
        }
        return trust.rejected().map(this::explainRejected).orElse(plain);
    }

    /** One that has changed is not offered to be accepted without the warning that somebody may stand between. */
    private Explanation explainRejected(CommandTrust.Rejected rejected) {
        ServerCertificate shown = rejected.certificate();
        CertificateSentences sentences = new CertificateSentences(
                shown, rejected.acceptedAt(), messages(), new Formats(messages(), ZoneId.systemDefault()));
        List<String> what = new ArrayList<>();
        what.add(messages().text("cli.certificate", shown.server().hostAndPort()));
        what.addAll(sentences.problems());
        String advice = rejected.acceptedAt() == null ? "cli.trust" : "cli.trust.changed";
        return new Explanation(String.join(" ", what), messages().text(advice, shown.fingerprint()));
    }

    /**
     * Why a path was refused: that it is not there, where the server shows that.
     *
     * @param refusal what the server said to the command itself
     */
    IOException missingOr(FtpException.Refused refusal, FtpClient client, RemotePath path) throws IOException {
        return !refusal.reply().isTransientRefusal() && Found.isMissing(client, path)
                ? new CommandException(missing(path))
                : refusal;
    }

    /** What is said about a path that is not on the server. */
    Explanation missing(RemotePath path) {
        return explanation("cli.missing", EntryName.escaped(path.toString()));
    }

    /** The explanation that is the text of a key. */
    Explanation explanation(String key, Object... arguments) {
        return new Explanation(messages().text(key, arguments), "");
    }
}
