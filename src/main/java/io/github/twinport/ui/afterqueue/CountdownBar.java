// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says that the computer will be shut down and lets the user stop that; absent while it will not. */
public final class CountdownBar extends HBox {

    private final Messages messages;
    private final Label text = new Label();
    private final Button cancel;

    /** Follows the countdown of a choice. */
    public CountdownBar(AfterQueue after, Messages messages) {
        this.messages = messages;
        setId("after-queue-countdown");
        getStyleClass().add("after-queue-countdown");
        text.setId("after-queue-countdown-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        cancel = Controls.button("after-queue-cancel", messages.text("afterQueue.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setCancelButton(true);
        cancel.setOnAction(pressed -> after.choose(AfterQueueAction.NOTHING));
        getChildren().addAll(Icons.of(Feather.POWER), text, cancel);
        after.secondsLeft().subscribe(seconds -> show(seconds.intValue()));
    }

    private void show(int seconds) {
        boolean appears = seconds > 0 && !isVisible();
        setVisible(seconds > 0);
        setManaged(seconds > 0);
        if (seconds > 0) {
            text.setText(messages.text("afterQueue.countdown", seconds));
        }
        if (appears) {
            cancel.requestFocus();
        }
    }
}
