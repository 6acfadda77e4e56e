// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the certificate dialog shows between title and buttons: what is wrong, then the certificate itself. */
final class CertificateDetails extends VBox {

    private final GridPane grid = new GridPane();
    private int rows;

    CertificateDetails(CertificateText text, Messages messages) {
        getStyleClass().add("certificate-details");
        for (String sentence : text.explanation()) {
            getChildren().add(wrapped(sentence));
        }
        grid.getStyleClass().add("details-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        row(messages.text("trust.subject"), wrapped(text.subject()));
        row(messages.text("trust.hosts"), wrapped(String.join(", ", text.hosts())));
        row(messages.text("trust.issuer"), wrapped(text.issuer()));
        row(messages.text("trust.validity"), wrapped(text.validity()));
        row(messages.text("trust.fingerprint"), fingerprint(text, messages));
        getChildren().add(grid);
    }

    private void row(String name, Region value) {
        Label label = new Label(name);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setLabelFor(value);
        grid.addRow(rows++, label, value);
    }

    private static HBox fingerprint(CertificateText text, Messages messages) {
        Label label = new Label(text.fingerprintInLines());
        label.setId("certificate-fingerprint");
        label.getStyleClass().add("monospaced");
        label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Button copy = Controls.iconButton("certificate-copy", Feather.COPY, messages.text("trust.copy"));
        copy.setOnAction(pressed -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.question().certificate().fingerprint());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox box = new HBox(label, copy);
        box.getStyleClass().add("fingerprint");
        return box;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
