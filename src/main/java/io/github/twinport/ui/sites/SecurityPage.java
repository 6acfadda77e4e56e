// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.ProtectionOptions;
import io.github.twinport.ui.fx.Controls;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/** How connections are encrypted; nothing of it can be changed for a server without encryption. */
final class SecurityPage implements SitePage {

    private final Messages messages;
    private final FormGrid grid;
    private final ComboBox<OldestTls> oldest;
    private final ComboBox<DataProtection> data;
    private final CheckBox clearControl;
    private final TextField certificate;

    SecurityPage(Messages messages, ReadOnlyObjectProperty<Security> security, Runnable changed) {
        this.messages = messages;
        grid = new FormGrid(messages, changed);
        Label plain = grid.note("sites.security.plain");
        oldest = grid.choice("site-oldest-tls", "sites.oldestTls", value -> messages.text("oldestTls." + value.name()));
        Label broken = grid.note("sites.oldestTls.broken");
        data = grid.choice(
                "site-data-protection",
                "sites.dataProtection",
                value -> messages.text("dataProtection." + value.name()));
        Label clear = grid.note("sites.dataProtection.clear");
        clearControl = grid.tick("site-clear-control", "sites.control", "sites.clearControl");
        certificate = grid.field("site-certificate", "sites.certificate", this::withBrowser);
        grid.note("sites.certificate.note");
        oldest.getItems().setAll(OldestTls.values());
        data.getItems().setAll(DataProtection.values());
        certificate.setPromptText(messages.text("sites.certificate.prompt"));
        showOnlyIf(plain, false);
        oldest.valueProperty()
                .subscribe(now -> showOnlyIf(broken, now == OldestTls.TLS_1_0 || now == OldestTls.TLS_1_1));
        data.valueProperty().subscribe(now -> showOnlyIf(clear, now == DataProtection.CLEAR));
        security.subscribe(now -> {
            boolean none = now == Security.PLAIN;
            showOnlyIf(plain, none);
            grid.getChildren().stream().filter(node -> !node.equals(plain)).forEach(node -> node.setDisable(none));
        });
    }

    @Override
    public String title() {
        return messages.text("sites.page.security");
    }

    @Override
    public FormGrid view() {
        return grid;
    }

    @Override
    public void show(Site site) {
        ProtectionOptions options = site.options().protection();
        oldest.setValue(options.oldest());
        data.setValue(options.data());
        clearControl.setSelected(options.clearControl());
        certificate.setText(options.certificateFile());
    }

    @Override
    public Map<String, String> problems() {
        return isPath(certificate.getText().strip())
                ? Map.of()
                : Map.of("site-certificate", messages.text("sites.problem.certificate"));
    }

    @Override
    public Site applyTo(Site site) {
        return site.withOptions(site.options()
                .withProtection(new ProtectionOptions(
                        oldest.getValue(), certificate.getText().strip(), data.getValue(), clearControl.isSelected())));
    }

    private Node withBrowser(TextField field) {
        Button browse = Controls.button("site-certificate-browse", messages.text("sites.browse"));
        browse.setMinWidth(Button.USE_PREF_SIZE);
        browse.setOnAction(pressed -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(messages.text("sites.certificate"));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    messages.text("sites.certificate.files"), "*.p12", "*.pfx", "*.P12", "*.PFX"),
                            new FileChooser.ExtensionFilter(messages.text("sites.files.all"), "*"));
            File chosen = chooser.showOpenDialog(grid.getScene().getWindow());
            if (chosen != null) {
                field.setText(chosen.getAbsolutePath());
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox both = new HBox(field, browse);
        both.getStyleClass().add("site-range");
        return both;
    }

    private static void showOnlyIf(Label note, boolean condition) {
        note.setVisible(condition);
        note.setManaged(condition);
    }

    private static boolean isPath(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
