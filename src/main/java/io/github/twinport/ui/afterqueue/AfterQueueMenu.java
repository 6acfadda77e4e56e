// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import atlantafx.base.controls.CaptionMenuItem;
import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.fx.TextQuestion;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Chooses what is done when the queue has nothing left to do. */
public final class AfterQueueMenu extends MenuButton {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final AfterQueue after;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Tooltip tip = new Tooltip();

    /**
     * The menu of a choice.
     *
     * @param after what is chosen
     * @param dialogs asks for the command
     */
    public AfterQueueMenu(AfterQueue after, Messages messages, Dialogs dialogs) {
        this.after = after;
        this.messages = messages;
        this.dialogs = dialogs;
        setId("after-queue");
        setGraphic(Icons.of(Feather.FLAG));
        setMnemonicParsing(false);
        setTooltip(tip);
        getStyleClass().addAll(Styles.FLAT, "after-queue");
        after.chosen().subscribe(this::mark);
    }

    private void mark(AfterQueueAction chosen) {
        String text = messages.text("afterQueue.menu", name(chosen));
        tip.setText(text);
        setAccessibleText(text);
        pseudoClassStateChanged(CHOSEN, chosen != AfterQueueAction.NOTHING);
        getItems().setAll(new CaptionMenuItem(messages.text("afterQueue.caption")));
        for (AfterQueueAction action : AfterQueueAction.values()) {
            getItems().add(item(action, action == chosen));
        }
    }

    private RadioMenuItem item(AfterQueueAction action, boolean selected) {
        RadioMenuItem item = new RadioMenuItem(name(action));
        item.setId("after-queue-" + action.key());
        item.setMnemonicParsing(false);
        item.setSelected(selected);
        item.setOnAction(event -> choose(action));
        return item;
    }

    private String name(AfterQueueAction action) {
        return messages.text("afterQueue.action." + action.key());
    }

    private void choose(AfterQueueAction action) {
        if (action == AfterQueueAction.COMMAND) {
            String last = after.command();
            dialogs.askText(new TextQuestion(
                            messages.text("afterQueue.command.title"),
                            messages.text("afterQueue.command.label"),
                            last,
                            messages.text("afterQueue.command.action")))
                    .ifPresent(after::chooseCommand);
        } else {
            after.choose(action);
        }
        mark(after.chosen().get());
    }
}
