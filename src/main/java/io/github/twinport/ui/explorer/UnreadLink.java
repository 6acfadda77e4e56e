// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Tells that a pane may not show all of its folder, and opens what explains it. */
final class UnreadLink extends Hyperlink {

    private final Messages messages;
    private final Explainer explainer;
    private final String id;

    /** Follows what a pane shows; not there while the listing is whole. */
    UnreadLink(ExplorerModel model, Messages messages, String id) {
        this.messages = messages;
        explainer = new Explainer(messages);
        this.id = id;
        setId(id + "-unread");
        setMnemonicParsing(false);
        setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING));
        managedProperty().bind(visibleProperty());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                fire();
                key.consume();
            }
        });
        model.shownProperty().subscribe(shown -> {
            Unread unread = shown.unread();
            setVisible(!unread.gaps().isEmpty());
            setText(text(unread));
            setVisited(false);
            setOnAction(pressed -> show(unread));
        });
    }

    private String text(Unread unread) {
        if (unread.gaps().isEmpty()) {
            return "";
        }
        return unread.isLinesOnly()
                ? messages.text("explorer.unparsed", unread.count())
                : explainer.notWhole(unread.gaps());
    }

    private void show(Unread unread) {
        setVisited(false);
        UnreadDetails details = new UnreadDetails(unread, messages, explainer, id);
        Popover popover = new Popover(details);
        popover.setTitle(messages.text("explorer.not-whole.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(ArrowLocation.BOTTOM_LEFT);
        popover.setOnShown(shown -> details.focus());
        popover.show(this);
    }
}
