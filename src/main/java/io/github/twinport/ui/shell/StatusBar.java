// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lowest line of the window: what is connected and how it is protected, and what the queue is doing. */
final class StatusBar extends HBox {

    private final Connection connection;
    private final Messages messages;
    private final FontIcon lock = Icons.of(Feather.WIFI_OFF, "status-icon");
    private final Label state = new Label();

    StatusBar(Connection connection, ObservableValue<String> queue, Messages messages) {
        this.connection = connection;
        this.messages = messages;
        setId("status-bar");
        getStyleClass().add("status-bar-line");
        state.setId("status-connection");
        state.setGraphic(lock);
        Label transfers = new Label();
        transfers.setId("status-queue");
        transfers.getStyleClass().add(Styles.TEXT_MUTED);
        transfers.textProperty().bind(queue);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(state, space, transfers);
        connection.connectedProperty().subscribe(now -> refresh());
        connection.attemptedProperty().subscribe(now -> refresh());
        connection.lostProperty().subscribe(now -> refresh());
    }

    private void refresh() {
        Connected connected = connection.connectedProperty().get();
        ConnectRequest attempted = connection.attemptedProperty().get();
        if (connected == null) {
            show(Feather.WIFI_OFF, "none", unconnected(attempted));
        } else if (connection.lostProperty().get()) {
            show(
                    Feather.WIFI_OFF,
                    "none",
                    messages.text("status.lost", connected.request().name()));
        } else {
            showProtection(connected);
        }
    }

    private void showProtection(Connected connected) {
        String protection =
                connected.tlsVersion().map(StatusBar::readable).orElseGet(() -> messages.text("status.notEncrypted"));
        boolean safe = connected.tlsVersion().isPresent();
        show(
                safe ? Feather.LOCK : Feather.UNLOCK,
                safe ? "safe" : "open",
                messages.text("status.connected", connected.request().name(), protection));
    }

    private String unconnected(@Nullable ConnectRequest attempted) {
        return attempted == null
                ? messages.text("status.disconnected")
                : messages.text("banner.connecting", attempted.server().hostAndPort());
    }

    private void show(Feather symbol, String look, String text) {
        lock.getStyleClass().removeAll("safe", "open", "none");
        lock.getStyleClass().add(look);
        lock.setIconCode(symbol);
        state.setText(text);
    }

    /** JSSE's {@code TLSv1.3} as people write it. */
    private static String readable(String version) {
        return version.replace("TLSv", "TLS ");
    }
}
