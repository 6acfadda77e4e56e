// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.secrets.Login;
import io.github.twinport.secrets.UnlockedVault;
import io.github.twinport.secrets.Vault;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code password}: saves passwords in the vault, forgets and lists them. */
@Command
final class PasswordCommand implements HeadlessCommand {

    /** What is done. */
    enum Action {
        /** Saves the password of a URL. */
        SET,
        /** Forgets it. */
        REMOVE,
        /** Lists for which URLs there are passwords. */
        LIST,
        /** Sets another master password. */
        MASTER
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "cli.parameter.passwordAction")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "URL", descriptionKey = "cli.parameter.passwordUrl")
    private @Nullable String url;

    PasswordCommand() {}

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Work work) throws IOException {
        Passwords passwords = work.passwords();
        try (Database database = work.profile().open()) {
            Vault vault = new Vault(database);
            return switch (action) {
                case SET -> save(vault, work, passwords);
                case REMOVE -> remove(vault, work);
                case LIST -> list(vault, work);
                case MASTER -> changeMaster(vault, work, passwords);
            };
        }
    }

    private ExitCode save(Vault vault, Work work, Passwords passwords) throws IOException {
        Login login = login(work);
        try (UnlockedVault unlocked = passwords.unlockOrCreate(vault)) {
            char[] password = passwords.toSave(login);
            try {
                unlocked.save(login, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
        work.print(new Event.Password(Event.Password.Change.SAVED, shown(login)));
        return ExitCode.DONE;
    }

    private ExitCode remove(Vault vault, Work work) throws IOException {
        Login login = login(work);
        if (!vault.remove(login)) {
            throw work.problem("cli.vault.none", shown(login));
        }
        work.print(new Event.Password(Event.Password.Change.REMOVED, shown(login)));
        return ExitCode.DONE;
    }

    private static ExitCode list(Vault vault, Work work) throws IOException {
        for (Login login : vault.logins()) {
            work.print(new Event.Password(Event.Password.Change.NONE, shown(login)));
        }
        return ExitCode.DONE;
    }

    private static ExitCode changeMaster(Vault vault, Work work, Passwords passwords) throws IOException {
        if (!vault.exists()) {
            throw work.problem("cli.vault.empty");
        }
        try (UnlockedVault unlocked = passwords.unlock(vault)) {
            char[] master = passwords.newMaster();
            try {
                unlocked.changeMaster(master);
            } finally {
                Arrays.fill(master, '\0');
            }
        }
        work.print(new Event.MasterPasswordChanged());
        return ExitCode.DONE;
    }

    private Login login(Work work) throws IOException {
        if (url == null) {
            throw new UsageException(work.messages().text("cli.passwordNeedsUrl"));
        }
        ServerUrl server = work.url(url);
        String user = server.user();
        if (user == null) {
            throw new UsageException(work.messages().text("cli.passwordNeedsUrl"));
        }
        return new Login(server.server(), user);
    }

    private static String shown(Login login) {
        return new ServerUrl(login.server(), login.user(), null, null).withoutPassword();
    }
}
