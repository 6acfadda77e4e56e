// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explainer;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;

/** Tells why a pane may not show all of its folder, and shows the lines that were not understood as they were sent. */
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
        managedProperty().bind(visibleProperty());
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
                : messages.text("explorer.not-whole", explainer.reasons(unread.gaps()));
    }

    private void show(Unread unread) {
        setVisited(false);
        if (unread.count() == 0) {
            return;
        }
        TextArea lines =
                new TextArea(unread.lines().stream().map(EntryName::escaped).collect(Collectors.joining("\n")));
        lines.setId(id + "-unread-lines");
        lines.setEditable(false);
        lines.setPrefColumnCount(60);
        lines.setPrefRowCount(Math.clamp(unread.lines().size() + 1, 4, 16));
        lines.getStyleClass().add("monospaced");
        lines.setAccessibleText(messages.text("explorer.unparsed.title"));
        Popover popover = new Popover(lines);
        popover.setTitle(messages.text("explorer.unparsed.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(ArrowLocation.BOTTOM_LEFT);
        popover.setOnShown(shown -> lines.requestFocus());
        popover.show(this);
    }
}
