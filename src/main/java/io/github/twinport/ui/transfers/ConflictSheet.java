// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.ConflictAnswer.Rule;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.ui.fx.Icons;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks what to do with targets that exist, one after the other, while other transfers go on. Part of the window: absent
 * while nothing is asked, and never in the way of anything else. JavaFX thread only.
 */
public final class ConflictSheet extends VBox {

    private final ConflictModel model;
    private final Messages messages;
    private final Label title = new Label();
    private final Label name = new Label();
    private final ConflictCard source;
    private final ConflictCard target;
    private final Button resume;
    private final CheckBox forAll;

    /**
     * The sheet of a model.
     *
     * @param model the conflicts
     * @param messages the texts
     * @param formats sizes and times as people read them
     */
    public ConflictSheet(ConflictModel model, Messages messages, Formats formats) {
        this.model = model;
        this.messages = messages;
        setId("conflict-sheet");
        getStyleClass().add("conflict-sheet");
        setAccessibleText(messages.text("conflict.sheet"));
        title.setId("conflict-title");
        title.getStyleClass().add("conflict-title");
        name.setId("conflict-name");
        name.getStyleClass().add("conflict-name");
        source = new ConflictCard("conflict-source", messages, formats);
        target = new ConflictCard("conflict-target", messages, formats);
        resume = button(Rule.RESUME, messages.text("conflict.resume"), messages.text("conflict.resume.tip"));
        forAll = new CheckBox(messages.text("conflict.for-all"));
        forAll.setId("conflict-for-all");
        getChildren().addAll(header(), cards(), answers());
        model.current().subscribe(this::show);
        model.count().subscribe(count -> title.setText(messages.text("conflict.title", count)));
    }

    private Node header() {
        HBox header = new HBox(Icons.of(Feather.HELP_CIRCLE, "conflict-icon"), title, name);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private Node cards() {
        HBox cards = new HBox(source, Icons.of(Feather.ARROW_RIGHT, "conflict-arrow"), target);
        cards.getStyleClass().add("conflict-cards");
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox.setHgrow(target, Priority.ALWAYS);
        return cards;
    }

    private Node answers() {
        Button overwrite =
                button(Rule.OVERWRITE, messages.text("conflict.overwrite"), messages.text("conflict.overwrite.tip"));
        overwrite.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
        FlowPane answers = new FlowPane(
                overwrite,
                resume,
                button(Rule.RENAME, messages.text("conflict.rename"), messages.text("conflict.rename.tip")),
                button(Rule.SKIP, messages.text("conflict.skip"), messages.text("conflict.skip.tip")),
                forAll);
        answers.getStyleClass().add("conflict-answers");
        return answers;
    }

    private Button button(Rule rule, String text, String tip) {
        Button button = new Button(text);
        button.setId("conflict-" + rule.name().toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
        button.setOnAction(event -> model.answer(rule, forAll.isSelected()));
        return button;
    }

    private void show(@Nullable Conflict conflict) {
        setVisible(conflict != null);
        setManaged(conflict != null);
        if (conflict == null) {
            forAll.setSelected(false);
            return;
        }
        ConflictSides sides = ConflictSides.of(conflict.source(), conflict.target());
        TransferRequest request = conflict.request();
        boolean download = request.direction() == Direction.DOWNLOAD;
        String there = request.connection().server().host()
                + EntryName.escaped(request.remote().toString());
        String here = EntryName.escaped(request.local().toString());
        name.setText(EntryName.escaped(conflict.target().name()));
        source.show(
                messages.text("conflict.source"),
                download ? there : here,
                conflict.source(),
                sides.bySize() > 0,
                sides.byTime() > 0);
        target.show(
                messages.text("conflict.target"),
                download ? here : there,
                conflict.target(),
                sides.bySize() < 0,
                sides.byTime() < 0);
        resume.setDisable(!ConflictModel.canResume(conflict));
    }
}
