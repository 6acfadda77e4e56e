// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import atlantafx.base.theme.Styles;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields of one site, with what is wrong underneath each. */
final class SiteForm extends GridPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Messages messages;
    private final Map<SiteInput.Field, Label> hints = new EnumMap<>(SiteInput.Field.class);
    private final Map<SiteInput.Field, TextField> fields = new EnumMap<>(SiteInput.Field.class);
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid");
    private final TextField name = field("site-name");
    private final TextField folder = field("site-folder");
    private final ComboBox<Security> security = new ComboBox<>();
    private final TextField host = field("site-host");
    private final TextField port = field("site-port");
    private final CheckBox anonymous = new CheckBox();
    private final TextField user = field("site-user");
    private final ComboBox<DataMode> dataMode = new ComboBox<>();
    private final ComboBox<String> charset = new ComboBox<>();
    private final TextField localFolder = field("site-local-folder");
    private final TextField remoteFolder = field("site-remote-folder");
    private long id = Site.UNSAVED;
    private boolean filling;
    private int rows;

    SiteForm(Messages messages) {
        this.messages = messages;
        setId("site-form");
        getStyleClass().add("site-form");
        prepareChoices();
        row("sites.name", name, SiteInput.Field.NAME);
        row("sites.folder", folder, null);
        row("sites.protocol", security, null);
        row("sites.host", host, SiteInput.Field.HOST);
        row("sites.port", port, SiteInput.Field.PORT);
        row("sites.login", anonymous, null);
        row("sites.user", user, SiteInput.Field.USER);
        row("sites.localFolder", localFolder, SiteInput.Field.LOCAL_FOLDER);
        row("sites.remoteFolder", remoteFolder, null);
        row("sites.dataMode", dataMode, null);
        row("sites.charset", charset, SiteInput.Field.CHARSET);
        folder.setPromptText(messages.text("sites.folder.prompt"));
        remoteFolder.setPromptText(messages.text("sites.remoteFolder.prompt"));
        localFolder.setPromptText(messages.text("sites.localFolder.prompt"));
        port.setMaxWidth(USE_PREF_SIZE);
        port.setPrefColumnCount(6);
        user.disableProperty().bind(anonymous.selectedProperty());
        security.valueProperty().subscribe((before, now) -> showDefaultPort());
    }

    /** Whether everything in the fields makes sense. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Shows a site; a new one is not called wrong before the user has typed. */
    void show(SiteInput input) {
        filling = true;
        id = input.id();
        name.setText(input.name());
        folder.setText(input.folder());
        security.setValue(input.security());
        host.setText(input.host());
        port.setText(input.port());
        anonymous.setSelected(input.anonymous());
        user.setText(input.user());
        dataMode.setValue(input.dataMode());
        charset.setValue(input.charset());
        localFolder.setText(input.localFolder());
        remoteFolder.setText(input.remoteFolder());
        filling = false;
        valid.set(input.problems(messages).isEmpty());
        hints.keySet().forEach(field -> showProblem(field, ""));
    }

    SiteInput input() {
        return new SiteInput(
                id,
                name.getText(),
                folder.getText(),
                security.getValue(),
                host.getText(),
                port.getText(),
                anonymous.isSelected(),
                user.getText(),
                dataMode.getValue(),
                charset.getEditor().getText(),
                localFolder.getText(),
                remoteFolder.getText());
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void prepareChoices() {
        security.setId("site-protocol");
        security.getItems().setAll(Security.EXPLICIT_TLS, Security.IMPLICIT_TLS, Security.PLAIN);
        security.setConverter(new Named<>(value -> messages.text("protocol." + value.name())));
        dataMode.setId("site-data-mode");
        dataMode.getItems().setAll(DataMode.values());
        dataMode.setConverter(new Named<>(value -> messages.text("dataMode." + value.name())));
        charset.setId("site-charset");
        charset.setEditable(true);
        charset.getItems()
                .setAll("UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "windows-1251", "Shift_JIS", "GB18030");
        anonymous.setId("site-anonymous");
        anonymous.setMnemonicParsing(false);
        anonymous.setText(messages.text("sites.anonymous"));
        security.valueProperty().subscribe((before, now) -> check());
        anonymous.selectedProperty().subscribe((before, now) -> check());
        charset.getEditor().textProperty().subscribe((before, now) -> check());
    }

    private TextField field(String fieldId) {
        TextField field = new TextField();
        field.setId(fieldId);
        field.textProperty().subscribe((before, now) -> check());
        return field;
    }

    private void row(String key, Control control, SiteInput.@Nullable Field field) {
        Label label = new Label(messages.text(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Node content = control;
        if (!(control instanceof CheckBox)) {
            control.setMaxWidth(Double.MAX_VALUE);
        }
        if (field != null) {
            Label hint = new Label();
            hint.setId(control.getId() + "-problem");
            hint.getStyleClass().addAll(Styles.TEXT_SMALL, "problem");
            hint.setWrapText(true);
            hint.managedProperty().bind(hint.textProperty().isNotEmpty());
            hints.put(field, hint);
            if (control instanceof TextField text) {
                fields.put(field, text);
            }
            content = new VBox(control, hint);
        }
        addRow(rows++, label, content);
        setHgrow(content, Priority.ALWAYS);
    }

    private void check() {
        if (filling || rows == 0) {
            return;
        }
        Map<SiteInput.Field, String> problems = input().problems(messages);
        valid.set(problems.isEmpty());
        hints.keySet().forEach(field -> showProblem(field, problems.getOrDefault(field, "")));
    }

    private void showProblem(SiteInput.Field field, String problem) {
        Label hint = hints.get(field);
        if (hint != null) {
            hint.setText(problem);
        }
        TextField text = fields.get(field);
        if (text != null) {
            text.pseudoClassStateChanged(WRONG, !problem.isEmpty());
            text.setAccessibleHelp(problem);
        }
    }

    private void showDefaultPort() {
        Security chosen = security.getValue();
        if (chosen != null) {
            port.setPromptText(Integer.toString(chosen.defaultPort()));
        }
    }

    /** Shows values by their names. */
    private static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null;
        }
    }
}
