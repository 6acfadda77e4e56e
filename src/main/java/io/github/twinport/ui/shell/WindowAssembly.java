// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.transfer.Logins;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.FxDialogs;
import io.github.twinport.ui.fx.Theme;
import io.github.twinport.ui.sites.SitesModel;
import io.github.twinport.ui.trust.CertificateDialog;
import io.github.twinport.ui.trust.MasterDialog;
import io.github.twinport.ui.trust.PasswordDialog;
import io.github.twinport.ui.trust.TrustPrompt;
import io.github.twinport.ui.trust.VaultPasswords;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts a window together from the services of the program. JavaFX thread only. */
public final class WindowAssembly implements AutoCloseable {

    private final WindowServices services;
    private final Messages messages;
    private final Stage stage = new Stage();
    private final Dialogs dialogs;
    private final StoreExplainer stores;
    private final Connection connection;
    private final VaultPasswords passwords;
    private final QueueLogins logins;
    private final SitesModel sites;
    private final MainWindow window;

    /** Makes everything; nothing is shown yet. */
    public WindowAssembly(WindowServices services) {
        this.services = services;
        messages = services.messages();
        dialogs = new FxDialogs(stage, messages);
        stores = new StoreExplainer(messages);
        TrustPrompt trust = new TrustPrompt(
                services.known(), services.fx(), new CertificateDialog(() -> stage, messages, services.formats()));
        SettingsMaker maker = new SettingsMaker(
                TlsSettings.of(trust),
                Timeouts.DEFAULT,
                services.transcript(),
                ConnectionOptions.NONE.withProfiles(services.profiles()).withLogin(LoginExtras.NAMED));
        passwords = new VaultPasswords(
                services.vault(),
                new PasswordDialog(() -> stage, messages),
                new MasterDialog(() -> stage, messages),
                task -> Thread.ofVirtual().name("vault").start(task),
                services.fx(),
                failure -> dialogs.failure(new VaultExplainer(messages, stores).explain(failure)));
        OptionSecrets secrets = new OptionSecrets(passwords);
        connection = new Connection(maker, services.fx(), passwords, secrets, services.explainer());
        logins = new QueueLogins(
                maker, services.fx(), services.background(), this::options, passwords, secrets, this::settings);
        sites = new SitesModel(
                services.sites(),
                services.background(),
                services.fx(),
                failure -> dialogs.failure(stores.explain(failure)));
        window = new MainWindow(
                stage,
                new Theme(),
                messages,
                services.settings(),
                sites,
                dialogs,
                passwords,
                connection,
                new PaneAssembly(services, dialogs, connection, stage).parts(),
                this::mayClose);
    }

    /** Shows the window. From now on it is told of exceptions that nobody caught. */
    public void show() {
        Thread.setDefaultUncaughtExceptionHandler(new ErrorSheet(services.fx(), dialogs, messages));
        window.show();
        sites.reload();
    }

    /** Connects as if the user had asked for it. */
    public void connect(ConnectRequest request) {
        window.connect(request);
    }

    /** Shows a folder of this computer. */
    public void openLocal(String folder) {
        window.openLocal(folder);
    }

    /** The logins of transfers that an earlier run has left. */
    public Logins logins() {
        return logins;
    }

    /** Tells that the database was damaged and where it was put. */
    public void tellOfDamage(Path aside) {
        dialogs.failure(stores.damaged(aside));
    }

    /** Ends the connection; waits for nothing. */
    @Override
    public void close() {
        connection.close();
        passwords.close();
    }

    private SiteOptions options(KnownConnection connection) {
        try {
            return services.sites()
                    .find(connection.server(), connection.user())
                    .map(Site::options)
                    .orElse(SiteOptions.DEFAULT);
        } catch (StoreException e) {
            System.getLogger(WindowAssembly.class.getName())
                    .log(System.Logger.Level.WARNING, "the sites cannot be read", e);
            return SiteOptions.DEFAULT;
        }
    }

    private @Nullable ConnectionSettings settings() {
        Connected open = connection.connectedProperty().get();
        return open == null ? null : open.session().settings();
    }

    private boolean mayClose() {
        Total total = services.queue().snapshot().total();
        int left = total.unfinished();
        return left == 0
                || dialogs.confirm(
                        messages.text("close.title", left), messages.text("close.text"), messages.text("close.action"));
    }
}
