// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.settings.Setting;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.ui.afterqueue.AfterQueue;
import io.github.twinport.ui.afterqueue.AfterQueueMenu;
import io.github.twinport.ui.afterqueue.CountdownBar;
import io.github.twinport.ui.afterqueue.WindowEffects;
import io.github.twinport.ui.explorer.DragHold;
import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;
import io.github.twinport.ui.explorer.LocalPaneFiles;
import io.github.twinport.ui.explorer.PaneContext;
import io.github.twinport.ui.explorer.Side;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.log.LogModel;
import io.github.twinport.ui.log.LogPane;
import io.github.twinport.ui.log.SavePlace;
import io.github.twinport.ui.transfers.ConflictSheet;
import io.github.twinport.ui.transfers.QueueHolds;
import io.github.twinport.ui.transfers.RulesMenu;
import io.github.twinport.ui.transfers.ScheduleDialog;
import io.github.twinport.ui.transfers.SpeedMenu;
import io.github.twinport.ui.transfers.TransferPreferences;
import io.github.twinport.ui.transfers.TransfersPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Makes the panes of a window and couples them to the connection and the queue. */
record PaneAssembly(WindowServices services, Dialogs dialogs, Connection connection, Window window) {

    WindowParts parts() {
        Executor reader = task -> Thread.ofVirtual().name("pane").start(task);
        TransferPreferences preferences = new TransferPreferences(services.settings(), services.queue());
        ExplorerModel local = new ExplorerModel(Side.LOCAL, services.fx(), reader, services.explainer());
        ExplorerModel remote = new ExplorerModel(Side.REMOTE, services.fx(), reader, services.explainer());
        PaneContext context = new PaneContext(
                dialogs, services.messages(), services.formats(), new DragHold(), transfers(preferences));
        ExplorerPane localPane = new ExplorerPane(local, remote.locationProperty(), context);
        ExplorerPane remotePane = new ExplorerPane(remote, local.locationProperty(), context);
        local.attach(new LocalPaneFiles(startFolder()), null);
        QueueHolds holds = new QueueHolds(services.settings(), services.queue());
        TransfersPane transfers =
                new TransfersPane(services.queue(), holds, services.fx(), services.messages(), services.formats());
        AfterQueue after = afterQueue(transfers);
        addTools(transfers, preferences, after);
        transfers.totalProperty().subscribe(new PaneRefresher(() -> {
            local.refresh();
            remote.refresh();
        }));
        QueueSummary summary = new QueueSummary(services.messages(), services.formats());
        VBox below = new VBox(
                new CountdownBar(after, services.messages()),
                new ConflictSheet(services.queue(), services.fx(), services.messages(), services.formats()),
                transfers);
        VBox.setVgrow(transfers, Priority.ALWAYS);
        return new WindowParts(
                new ExplorerLocalPane(localPane, local),
                new ExplorerRemotePane(remotePane, remote, services.messages()),
                below,
                new LogPane(
                        new LogModel(services.transcript(), services.messages()),
                        services.fx(),
                        services.messages(),
                        ZoneId.systemDefault(),
                        dialogs,
                        SavePlace.DIALOG),
                Bindings.createStringBinding(
                        () -> summary.text(transfers.totalProperty().get()), transfers.totalProperty()),
                services.version(),
                new TransferCommands(services.queue(), holds, services.messages()).sections());
    }

    private AfterQueue afterQueue(TransfersPane transfers) {
        WindowEffects effects = new WindowEffects(
                window,
                services.fx(),
                task -> Thread.ofVirtual().name("after queue").start(task),
                services.messages(),
                dialogs,
                connection::disconnect);
        AfterQueue after = new AfterQueue(services.settings(), effects);
        services.queue().onFinished(after::finished);
        transfers.totalProperty().subscribe(after::look);
        return after;
    }

    private void addTools(TransfersPane transfers, TransferPreferences preferences, AfterQueue after) {
        transfers.addTools(
                new SpeedMenu(
                        preferences,
                        services.messages(),
                        services.formats(),
                        dialogs,
                        new ScheduleDialog(() -> window, preferences, services.messages()),
                        this::server),
                new RulesMenu(preferences, services.messages(), dialogs, this::server),
                new AfterQueueMenu(after, services.messages(), dialogs));
    }

    private @Nullable String server() {
        ConnectionSettings settings = settings();
        return settings == null ? null : settings.server().hostAndPort();
    }

    private TransferStarter transfers(TransferPreferences preferences) {
        return new TransferStarter(
                services.queue(),
                task -> Thread.ofVirtual().name("dropped files").start(task),
                this::settings,
                failure -> services.fx()
                        .execute(() -> dialogs.failure(services.explainer().explain(failure))),
                () -> rules(preferences));
    }

    private @Nullable ConnectionSettings settings() {
        Connected connected = connection.connectedProperty().get();
        return connected == null ? null : connected.session().settings();
    }

    /** What holds for all transfers, and what the site says on top of it. */
    private UnaryOperator<TransferRequest> rules(TransferPreferences preferences) {
        Connected connected = connection.connectedProperty().get();
        if (connected == null) {
            return preferences::apply;
        }
        ConnectRequest site = connected.request();
        return request -> {
            TransferRequest usual = preferences.apply(request);
            return usual.withRules(site.rules(usual.rules()));
        };
    }

    private Path startFolder() {
        Path home = Path.of(System.getProperty("user.home"));
        String last = services.settings().get(Setting.LOCAL_FOLDER);
        return last.isEmpty() || !Files.isDirectory(Path.of(last)) ? home : Path.of(last);
    }
}
