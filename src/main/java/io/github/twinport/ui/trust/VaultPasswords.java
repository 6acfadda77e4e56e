// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Server;
import io.github.twinport.secrets.Login;
import io.github.twinport.secrets.UnlockedVault;
import io.github.twinport.secrets.Vault;
import io.github.twinport.secrets.VaultException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds passwords in the vault before it asks for them, and saves those that the user wants to be remembered. The master
 * password is asked for once at most while the program runs, and only where a password is saved or to be saved. Used on
 * the JavaFX thread; the vault is used in the background.
 */
public final class VaultPasswords implements PasswordAsker, SavedPasswords, AutoCloseable {

    private final Vault vault;
    private final PasswordPrompt prompt;
    private final MasterPrompt masters;
    private final Executor background;
    private final Executor fx;
    private final Consumer<Throwable> failures;
    private @Nullable UnlockedVault open;
    private @Nullable CompletableFuture<Optional<UnlockedVault>> unlocking;
    private boolean declined;

    /**
     * The passwords of one window.
     *
     * @param vault where they are kept
     * @param prompt asks for passwords
     * @param masters asks for the master password
     * @param background runs work off the JavaFX thread
     * @param fx runs work on it
     * @param failures is told there when the vault cannot be used
     */
    public VaultPasswords(
            Vault vault,
            PasswordPrompt prompt,
            MasterPrompt masters,
            Executor background,
            Executor fx,
            Consumer<Throwable> failures) {
        this.vault = vault;
        this.prompt = prompt;
        this.masters = masters;
        this.background = background;
        this.fx = fx;
        this.failures = failures;
    }

    @Override
    public CompletionStage<Optional<Credentials>> ask(PasswordQuestion question) {
        if (question.refusal() != null || question.user().isEmpty()) {
            return CompletableFuture.completedStage(prompted(question));
        }
        return find(new Login(question.server(), question.user()))
                .thenApply(saved -> saved.map(password -> new Credentials(question.user(), password))
                        .or(() -> prompted(question)));
    }

    @Override
    public CompletionStage<Boolean> holds(Server server, String user) {
        return inBackground(() -> vault.holds(new Login(server, user)), false);
    }

    @Override
    public void save(Server server, String user, String password) {
        Login login = new Login(server, user);
        inBackground(vault::exists, false)
                .thenCompose(exists -> exists ? unlocked() : created())
                .thenCompose(vault -> vault.isEmpty()
                        ? CompletableFuture.completedStage(false)
                        : inBackground(() -> write(vault.get(), login, password), false));
    }

    @Override
    public void forget(Server server, String user) {
        inBackground(() -> vault.remove(new Login(server, user)), false);
    }

    /** Locks the vault. */
    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    private Optional<Credentials> prompted(PasswordQuestion question) {
        Optional<PasswordPrompt.Answer> answer = prompt.ask(question);
        answer.filter(PasswordPrompt.Answer::remember)
                .map(PasswordPrompt.Answer::credentials)
                .ifPresent(given -> save(question.server(), given.user(), given.password()));
        return answer.map(PasswordPrompt.Answer::credentials);
    }

    private CompletionStage<Optional<String>> find(Login login) {
        return inBackground(() -> vault.holds(login), false)
                .thenCompose(held -> held && !declined ? unlocked() : none())
                .thenCompose(vault ->
                        vault.isEmpty() ? none() : inBackground(() -> read(vault.get(), login), Optional.empty()));
    }

    /** All who need the vault at the same time wait for one answer. */
    private CompletionStage<Optional<UnlockedVault>> unlocked() {
        if (open != null) {
            return CompletableFuture.completedStage(Optional.of(open));
        }
        CompletableFuture<Optional<UnlockedVault>> pending = unlocking;
        if (pending == null) {
            CompletableFuture<Optional<UnlockedVault>> mine = new CompletableFuture<>();
            unlocking = mine;
            unlock(false, mine);
            return mine;
        }
        return pending;
    }

    private void unlock(boolean wrong, CompletableFuture<Optional<UnlockedVault>> result) {
        Optional<char[]> master = masters.unlock(wrong);
        if (master.isEmpty()) {
            declined = true;
            finish(result, Optional.empty());
            return;
        }
        CompletableFuture.supplyAsync(() -> call(() -> opened(master.get(), vault::unlock)), background)
                .whenCompleteAsync(
                        (unlocked, failure) -> {
                            if (failure != null && cause(failure) instanceof VaultException.WrongMasterPassword) {
                                unlock(true, result);
                            } else {
                                finish(result, kept(unlocked, failure));
                            }
                        },
                        fx)
                .exceptionally(handled -> null);
    }

    private CompletionStage<Optional<UnlockedVault>> created() {
        Optional<char[]> master = masters.create();
        if (master.isEmpty()) {
            return none();
        }
        return CompletableFuture.supplyAsync(() -> call(() -> opened(master.get(), vault::create)), background)
                .handleAsync(this::kept, fx);
    }

    private void finish(CompletableFuture<Optional<UnlockedVault>> result, Optional<UnlockedVault> vault) {
        unlocking = null;
        result.complete(vault);
    }

    private Optional<UnlockedVault> kept(@Nullable UnlockedVault unlocked, @Nullable Throwable failure) {
        if (failure != null) {
            failures.accept(cause(failure));
        }
        open = unlocked;
        return Optional.ofNullable(unlocked);
    }

    /** Answers on the JavaFX thread; a failure is told there and counts as the given answer. */
    private <T> CompletionStage<T> inBackground(Callable<T> work, T otherwise) {
        return CompletableFuture.supplyAsync(() -> call(work), background)
                .handleAsync(
                        (result, failure) -> {
                            if (failure == null) {
                                return result;
                            }
                            if (cause(failure) instanceof VaultException.Locked) {
                                // The master password was changed elsewhere: the next time it is asked for again.
                                open = null;
                            }
                            failures.accept(cause(failure));
                            return otherwise;
                        },
                        fx);
    }

    private static <T> CompletionStage<Optional<T>> none() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    private static UnlockedVault opened(char[] master, Opening opening) throws IOException {
        try {
            return opening.open(master);
        } finally {
            Arrays.fill(master, '\0');
        }
    }

    private static Optional<String> read(UnlockedVault vault, Login login) throws IOException {
        Optional<char[]> found = vault.find(login);
        try {
            return found.map(String::new);
        } finally {
            found.ifPresent(password -> Arrays.fill(password, '\0'));
        }
    }

    private static boolean write(UnlockedVault vault, Login login, String password) throws IOException {
        char[] characters = password.toCharArray();
        try {
            vault.save(login, characters);
            return true;
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }

    /** Opens the vault with a master password. */
    @FunctionalInterface
    private interface Opening {
        UnlockedVault open(char[] master) throws IOException;
    }
}
