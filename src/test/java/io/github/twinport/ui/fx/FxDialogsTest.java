// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explanation;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FxDialogsTest extends FxTest {

    private FxDialogs dialogs;

    @BeforeEach
    void showOwner() {
        show(StackPane::new);
        dialogs = new FxDialogs(stage(), Messages.forLocale(Locale.ENGLISH));
    }

    @Test
    void confirmsOnlyWhenTheActionIsChosen() {
        var agreed =
                asked("#dialog-cancel", d -> d.confirm("Delete 2 files?", "They cannot be brought back.", "Delete"));
        robot.clickOn("#dialog-agree");
        assertThat(agreed.join()).isTrue();

        var refused =
                asked("#dialog-cancel", d -> d.confirm("Delete 2 files?", "They cannot be brought back.", "Delete"));
        robot.type(KeyCode.ESCAPE);
        assertThat(refused.join()).isFalse();
    }

    @Test
    void asksForAName() {
        var answer =
                asked("#dialog-field", d -> d.askText(new TextQuestion("New folder", "Name", "New folder", "Create")));
        write("a_b__c");
        robot.type(KeyCode.ENTER);
        assertThat(answer.join()).contains("a_b__c");
    }

    @Test
    void replacesOnlyTheSelectedBeginning() {
        var answer = asked(
                "#dialog-field",
                d -> d.askText(new TextQuestion("Rename", "Name", "notes.txt", 5, "Rename", text -> Optional.empty())));
        TextField field = find(TextField.class, "#dialog-field");
        waitFor("the selection", () -> field.getSelectedText().equals("notes"));
        write("list");
        robot.type(KeyCode.ENTER);
        assertThat(answer.join()).contains("list.txt");
    }

    @Test
    void saysWhyATextIsRefused() {
        var answer = asked(
                "#dialog-field",
                d -> d.askText(new TextQuestion(
                        "Rename",
                        "Name",
                        "a",
                        1,
                        "Rename",
                        text -> text.contains("/") ? Optional.of("No /") : Optional.empty())));
        write("b/c");
        assertThat(find(Label.class, "#dialog-problem").getText()).isEqualTo("No /");
        assertThat(find(Button.class, "#dialog-agree").isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(answer.join()).isEmpty();
    }

    @Test
    void tellsOfAFailure() {
        var told = asked("#dialog-close", d -> {
            d.failure(new Explanation("The server said no.", "Ask its owner."));
            return true;
        });
        assertThat(find(Label.class, "Ask its owner.").isVisible()).isTrue();
        robot.clickOn("#dialog-close");
        assertThat(told.join()).isTrue();
    }

    private <T> CompletableFuture<T> asked(String focus, Function<Dialogs, T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> answer.complete(question.apply(dialogs)));
        find(Node.class, ".dialog-pane");
        waitFor("the first focus", () -> robot.lookup(focus).query().isFocused());
        return answer;
    }
}
