// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.Comparison;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.Icons;
import java.util.List;
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
     * The sheet of a queue, which it follows by itself.
     *
     * @param queue the transfers
     * @param fx the JavaFX thread
     * @param messages the texts
     * @param formats sizes and times as people read them
     */
    public ConflictSheet(TransferQueue queue, FxThread fx, Messages messages, Formats formats) {
        model = new ConflictModel(queue);
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
        resume = button(Decision.RESUME, messages.text("conflict.resume"), messages.text("conflict.resume.tip"));
        forAll = new CheckBox(messages.text("conflict.for-all"));
        forAll.setId("conflict-for-all");
        getChildren().addAll(header(), cards(), answers());
        model.waiting().subscribe(this::showAll);
        Cadence cadence = new Cadence(fx, TransfersPane::pause, model::refresh);
        queue.onChange(cadence::request);
        model.refresh();
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
        Button overwrite = button(
                Decision.OVERWRITE, messages.text("conflict.overwrite"), messages.text("conflict.overwrite.tip"));
        overwrite.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
        FlowPane answers = new FlowPane(
                overwrite,
                resume,
                button(Decision.RENAME, messages.text("conflict.rename"), messages.text("conflict.rename.tip")),
                button(Decision.SKIP, messages.text("conflict.skip"), messages.text("conflict.skip.tip")),
                forAll);
        answers.getStyleClass().add("conflict-answers");
        return answers;
    }

    private Button button(Decision rule, String text, String tip) {
        Button button = new Button(text);
        button.setId("conflict-" + rule.name().toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
        button.setOnAction(event -> decide(rule));
        return button;
    }

    private void decide(Decision decision) {
        if (forAll.isSelected()) {
            model.decideAlways(conflict -> true, decision);
        } else {
            model.decide(model.waiting().get().subList(0, 1), decision);
            model.refresh();
        }
    }

    private void showAll(List<Conflict> conflicts) {
        title.setText(messages.text("conflict.title", conflicts.size()));
        show(conflicts.isEmpty() ? null : conflicts.getFirst());
    }

    private void show(@Nullable Conflict conflict) {
        setVisible(conflict != null);
        setManaged(conflict != null);
        if (conflict == null) {
            forAll.setSelected(false);
            return;
        }
        Comparison sides = conflict.comparison();
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
                sides.size() == Comparison.Size.LARGER,
                sides.age() == Comparison.Age.NEWER);
        target.show(
                messages.text("conflict.target"),
                download ? here : there,
                conflict.target(),
                sides.size() == Comparison.Size.SMALLER,
                sides.age() == Comparison.Age.OLDER);
        resume.setDisable(!conflict.canResume());
    }
}
