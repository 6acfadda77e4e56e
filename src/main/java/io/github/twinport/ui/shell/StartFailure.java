// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.fx.Theme;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The window that is shown in the main window's place when the program cannot start. JavaFX thread only. */
public final class StartFailure {

    private StartFailure() {}

    /** Says why the database cannot be used; the program ends when the window is closed. */
    public static void show(StoreException failure) {
        Messages messages = Messages.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
        Explanation explanation = new StoreExplainer(messages).explain(failure);
        Stage stage = new Stage();
        Label what = new Label(explanation.what());
        what.setId("start-failure");
        what.getStyleClass().add(Styles.TITLE_4);
        what.setWrapText(true);
        Label advice = new Label(explanation.advice());
        advice.setWrapText(true);
        Button close = Controls.button("start-failure-close", messages.text("dialogs.close"));
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(pressed -> stage.close());
        VBox box = new VBox(Icons.of(Feather.ALERT_TRIANGLE, "start-failure-icon"), what, advice, close);
        box.getStyleClass().add("start-failure");
        Scene scene = new Scene(box);
        new Theme().addTo(scene);
        WindowIcons.addTo(stage.getIcons());
        stage.setTitle(messages.text("window.title"));
        stage.setScene(scene);
        stage.show();
    }
}
