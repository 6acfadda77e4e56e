// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.Icons;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks what to do with all targets that exist, together, while other transfers go on. Part of the window: absent while
 * nothing is asked, and never in the way of anything else. JavaFX thread only.
 */
public final class ConflictSheet extends VBox {

    private final ConflictModel model;
    private final Messages messages;
    private final Label title = new Label();
    private final ConflictTable table;
    private final TransferSelection<Conflict> selection;
    private final ConflictScopes scopes;
    private final Button resume;
    private final ConflictTexts texts;
    private final Button rename;
    private final CheckBox further;

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
        texts = new ConflictTexts(messages, formats);
        table = new ConflictTable(messages, texts);
        scopes = new ConflictScopes(messages, formats);
        selection = new TransferSelection<>(table, this::update);
        resume = button(Decision.RESUME, messages.text("conflict.resume"), messages.text("conflict.resume.tip"));
        rename = button(Decision.RENAME, messages.text("conflict.rename"), "");
        further = new CheckBox(messages.text("conflict.further"));
        further.setId("conflict-further");
        further.setTooltip(new Tooltip(messages.text("conflict.further.tip")));
        getChildren().addAll(header(), table, answers());
        RowPatcher<Conflict> patcher = new RowPatcher<>(table);
        model.waiting().subscribe(conflicts -> show(patcher, conflicts));
        scopes.scope().subscribe(this::update);
        Cadence cadence = new Cadence(fx, TransfersPane::pause, model::refresh);
        queue.onChange(cadence::request);
        model.refresh();
    }

    private Node header() {
        HBox header = new HBox(Icons.of(Feather.HELP_CIRCLE, "conflict-icon"), title);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private Node answers() {
        Button overwrite = button(
                Decision.OVERWRITE, messages.text("conflict.overwrite"), messages.text("conflict.overwrite.tip"));
        overwrite.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
        FlowPane answers = new FlowPane(
                scopes,
                overwrite,
                resume,
                rename,
                button(Decision.SKIP, messages.text("conflict.skip"), messages.text("conflict.skip.tip")),
                further);
        answers.getStyleClass().add("conflict-answers");
        return answers;
    }

    private Button button(Decision decision, String text, String tip) {
        Button button = new Button(text);
        button.setId("conflict-" + decision.name().toLowerCase(Locale.ROOT));
        explain(button, tip);
        button.setOnAction(event -> decide(decision));
        return button;
    }

    private static void explain(Button button, String tip) {
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
    }

    private void decide(Decision decision) {
        ConflictScope scope = scopes.scope().get();
        Predicate<Conflict> kind = scope.around(selection.rows());
        List<Conflict> meant = model.waiting().get().stream().filter(kind).toList();
        if (further.isSelected() && !further.isDisabled()) {
            Set<Long> jobs = meant.stream().map(Conflict::job).collect(Collectors.toSet());
            model.decideAlways(conflict -> jobs.contains(conflict.job()) && kind.test(conflict), decision);
        } else {
            model.decide(meant, decision);
            model.refresh();
        }
    }

    private void show(RowPatcher<Conflict> patcher, List<Conflict> conflicts) {
        boolean appears = !isVisible() && !conflicts.isEmpty();
        setVisible(!conflicts.isEmpty());
        setManaged(!conflicts.isEmpty());
        title.setText(messages.text("conflict.title", conflicts.size()));
        patcher.show(conflicts);
        if (appears) {
            further.setSelected(false);
            scopes.choose(ConflictScope.SELECTED);
        }
        if (!conflicts.isEmpty() && selection.rows().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
        }
        update();
    }

    private void update() {
        ConflictScope scope = scopes.scope().get();
        List<Conflict> selected = selection.rows();
        scopes.count(model.waiting().get(), selected);
        further.setDisable(scope == ConflictScope.SELECTED);
        Stream.concat(selected.stream(), model.waiting().get().stream())
                .findFirst()
                .ifPresent(first -> explain(rename, messages.text("conflict.rename.tip", texts.freeName(first))));
        boolean nothing = scope != ConflictScope.ALL && selected.isEmpty();
        lookupAll(".conflict-answers > .button").forEach(button -> button.setDisable(nothing));
        resume.setDisable(nothing
                || model.waiting().get().stream().filter(scope.around(selected)).noneMatch(Conflict::canResume));
    }
}
