// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What this program is, in which version, on what it runs. */
final class AboutSheet extends HBox {

    private static final int MARK = 64;

    AboutSheet(Messages messages, String version) {
        setId("about-sheet");
        getStyleClass().add("about-sheet");
        ImageView mark = new ImageView(WindowIcons.image(2 * MARK));
        mark.setFitWidth(MARK);
        mark.setFitHeight(MARK);
        Label name = new Label(messages.text("about.name", version));
        name.getStyleClass().add(Styles.TITLE_3);
        Label what = new Label(messages.text("about.what"));
        Label system = new Label(messages.text(
                "about.system",
                Runtime.version().toString(),
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
        system.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Label licence = new Label(messages.text("about.licence"));
        licence.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        VBox texts = new VBox(name, what, system, licence);
        texts.getStyleClass().add("about-texts");
        getChildren().addAll(mark, texts);
    }
}
