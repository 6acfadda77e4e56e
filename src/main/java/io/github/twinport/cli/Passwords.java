// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Login;
import io.github.twinport.secrets.UnlockedVault;
import io.github.twinport.secrets.Vault;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where passwords come from: the environment, the vault, the person at the terminal. */
final class Passwords {

    static final String VARIABLE = "TWINPORT_PASSWORD";
    static final String CERTIFICATE_VARIABLE = "TWINPORT_CERTIFICATE_PASSWORD";
    static final String MASTER_VARIABLE = "TWINPORT_MASTER_PASSWORD";
    static final String NEW_MASTER_VARIABLE = "TWINPORT_NEW_MASTER_PASSWORD";

    private final Map<String, String> environment;
    private final Prompts prompts;
    private final Messages messages;
    private final Profile profile;

    Passwords(Map<String, String> environment, Prompts prompts, Messages messages, Profile profile) {
        this.environment = environment;
        this.prompts = prompts;
        this.messages = messages;
        this.profile = profile;
    }

    /** The password of a login as far as it is known without a question to anybody; the caller wipes it. */
    Optional<char[]> unasked(Login login) throws IOException {
        Optional<char[]> known = variable(VARIABLE);
        return known.isEmpty() && environment.containsKey(MASTER_VARIABLE) ? saved(login) : known;
    }

    /**
     * The password of a login; the caller wipes it.
     *
     * @throws PasswordMissingException when there is none and nobody to ask
     */
    char[] of(Login login) throws IOException {
        Optional<char[]> known = variable(VARIABLE);
        if (known.isEmpty()) {
            known = saved(login);
        }
        return known.isPresent() ? known.get() : typed(login);
    }

    /** The password that is to be saved for a login. */
    char[] toSave(Login login) throws IOException {
        Optional<char[]> given = variable(VARIABLE);
        return given.isPresent() ? given.get() : typed(login);
    }

    /**
     * The password of the file with the client's certificate; the caller wipes it.
     *
     * @throws UsageException when there is none and nobody to ask
     */
    char[] ofCertificate(Path file) throws IOException {
        Optional<char[]> known = variable(CERTIFICATE_VARIABLE);
        if (known.isEmpty()) {
            known = prompts.password(messages.text("cli.certificatePassword", EntryName.escaped(file.toString())));
        }
        if (known.isEmpty()) {
            throw new UsageException(messages.text("cli.noCertificatePassword", EntryName.escaped(file.toString())));
        }
        return known.get();
    }

    /**
     * The password of a proxy's user; the caller wipes it.
     *
     * @throws UsageException when there is none and nobody to ask
     */
    char[] ofProxy(String user, String host) throws IOException {
        Optional<char[]> known = variable(ProxyArgument.PASSWORD_VARIABLE);
        if (known.isEmpty()) {
            known = prompts.password(messages.text("cli.password", EntryName.escaped(user), EntryName.escaped(host)));
        }
        if (known.isEmpty()) {
            throw new UsageException(messages.text("cli.noProxyPassword", EntryName.escaped(host)));
        }
        return known.get();
    }

    /** Opens the vault with the master password. */
    UnlockedVault unlock(Vault vault) throws IOException {
        Optional<char[]> given = variable(MASTER_VARIABLE);
        char[] master = given.isPresent() ? given.get() : ask("cli.masterPassword", "cli.noMasterPassword");
        try {
            return vault.unlock(master);
        } finally {
            Arrays.fill(master, '\0');
        }
    }

    /** Opens the vault, or makes it with a master password that is typed twice. */
    UnlockedVault unlockOrCreate(Vault vault) throws IOException {
        if (vault.exists()) {
            return unlock(vault);
        }
        char[] master = chosen(MASTER_VARIABLE);
        try {
            return vault.create(master);
        } finally {
            Arrays.fill(master, '\0');
        }
    }

    /** The master password that is to replace the present one; the caller wipes it. */
    char[] newMaster() throws IOException {
        return chosen(NEW_MASTER_VARIABLE);
    }

    private Optional<char[]> saved(Login login) throws IOException {
        if (!profile.exists()) {
            return Optional.empty();
        }
        try (Database database = profile.open()) {
            Vault vault = new Vault(database);
            if (!vault.holds(login)) {
                return Optional.empty();
            }
            try (UnlockedVault unlocked = unlock(vault)) {
                return unlocked.find(login);
            }
        }
    }

    private char[] typed(Login login) throws IOException {
        String question = messages.text(
                "cli.password",
                EntryName.escaped(login.user()),
                EntryName.escaped(login.server().hostAndPort()));
        Optional<char[]> typed = prompts.password(question);
        if (typed.isEmpty()) {
            throw new PasswordMissingException(messages.text("cli.noPassword", EntryName.escaped(login.user())));
        }
        return typed.get();
    }

    private char[] chosen(String variable) throws IOException {
        Optional<char[]> given = variable(variable);
        if (given.isPresent()) {
            return given.get();
        }
        char[] first = ask("cli.newMasterPassword", "cli.noMasterPassword");
        char[] second = ask("cli.newMasterPasswordAgain", "cli.noMasterPassword");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new UsageException(messages.text("cli.passwordsDiffer"));
        }
        return first;
    }

    private char[] ask(String question, String otherwise) throws IOException {
        Optional<char[]> typed = prompts.password(messages.text(question));
        if (typed.isEmpty()) {
            throw new UsageException(messages.text(otherwise));
        }
        return typed.get();
    }

    private Optional<char[]> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::toCharArray);
    }
}
