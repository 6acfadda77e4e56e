// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueNotice;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the user should know about the whole queue, above its table until it is closed; absent while there is nothing. */
final class NoticeBar extends HBox {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Messages messages;
    private final FontIcon icon = Icons.of(Feather.INFO);
    private final Label text = new Label();
    private @Nullable QueueNotice shown;

    NoticeBar(Messages messages) {
        this.messages = messages;
        setId("transfers-notice");
        getStyleClass().add("transfers-notice");
        text.setId("transfers-notice-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close =
                Controls.iconButton("transfers-notice-close", Feather.X, messages.text("transfers.notice.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(pressed -> setShown(false));
        getChildren().addAll(icon, text, close);
        setShown(false);
    }

    /** Shows a notice once: what the user has closed stays closed. */
    void show(@Nullable QueueNotice notice) {
        if (Objects.equals(notice, shown)) {
            return;
        }
        shown = notice;
        setShown(notice != null);
        if (notice != null) {
            text.setText(words(notice));
            boolean warning = !(notice instanceof QueueNotice.Continued);
            icon.setIconCode(warning ? Feather.ALERT_TRIANGLE : Feather.INFO);
            pseudoClassStateChanged(WARNING, warning);
        }
    }

    private void setShown(boolean on) {
        setVisible(on);
        setManaged(on);
    }

    private String words(QueueNotice notice) {
        return switch (notice) {
            case QueueNotice.Continued continued ->
                messages.text("transfers.notice.continued", continued.waiting(), continued.running());
            case QueueNotice.NotSaved notSaved -> messages.text("transfers.notice.notSaved", notSaved.reason());
            case QueueNotice.ServerFull full ->
                messages.text(
                        "transfers.notice.serverFull",
                        full.server().host(),
                        full.explanation().what());
            case QueueNotice.TargetInUse used ->
                messages.text(
                        "transfers.notice.targetInUse",
                        Long.toString(used.holder().pid()),
                        used.holder().command() ? 1 : 0,
                        used.holder().target());
            case QueueNotice.StraightUploads straight ->
                messages.text(
                        "transfers.notice.straightUploads", straight.server().host());
            case QueueNotice.TakenOver takenOver -> messages.text("transfers.notice.takenOver");
        };
    }
}
