// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says under the quick-connect bar what is being connected to, or why that did not work and what to do. */
final class ConnectionBanner extends HBox {

    private final Connection connection;
    private final Messages messages;

    ConnectionBanner(Connection connection, Messages messages) {
        this.connection = connection;
        this.messages = messages;
        setId("connection-banner");
        getStyleClass().add("connection-banner");
        connection.attemptedProperty().subscribe(now -> refresh());
        connection.problemProperty().subscribe(now -> refresh());
        visibleProperty()
                .bind(connection
                        .attemptedProperty()
                        .isNotNull()
                        .or(connection.problemProperty().isNotNull()));
        managedProperty().bind(visibleProperty());
    }

    private void refresh() {
        ConnectRequest attempted = connection.attemptedProperty().get();
        Explanation problem = connection.problemProperty().get();
        getChildren().clear();
        getStyleClass().removeAll("busy", "failed");
        if (attempted != null) {
            showProgress(attempted);
        } else if (problem != null) {
            showProblem(problem);
        }
    }

    private void showProgress(ConnectRequest attempted) {
        ProgressIndicator circle = new ProgressIndicator();
        circle.getStyleClass().add("banner-progress");
        Button cancel = button("banner-cancel", messages.text("dialogs.cancel"), connection::cancel);
        getStyleClass().add("busy");
        getChildren()
                .addAll(
                        circle,
                        texts(
                                messages.text(
                                        "banner.connecting", attempted.server().hostAndPort()),
                                null),
                        cancel);
    }

    private void showProblem(Explanation problem) {
        Button again = button("banner-again", messages.text("banner.again"), connection::reconnect);
        Button close = Controls.iconButton("banner-dismiss", Feather.X, messages.text("dialogs.close"));
        close.setOnAction(pressed -> connection.dismissProblem());
        getStyleClass().add("failed");
        getChildren()
                .addAll(
                        Icons.of(Feather.ALERT_CIRCLE, "banner-icon"),
                        texts(problem.what(), problem.advice()),
                        again,
                        close);
    }

    private VBox texts(String what, @Nullable String advice) {
        Label first = new Label(what);
        first.setId("banner-what");
        first.setWrapText(true);
        VBox texts = new VBox(first);
        texts.getStyleClass().add("banner-texts");
        if (advice != null) {
            first.getStyleClass().add(Styles.TEXT_BOLD);
            Label second = new Label(advice);
            second.setId("banner-advice");
            second.setWrapText(true);
            second.setMinHeight(Region.USE_PREF_SIZE);
            texts.getChildren().add(second);
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        return texts;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = Controls.button(id, text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
