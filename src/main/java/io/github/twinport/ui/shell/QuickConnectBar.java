// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.ftp.Security;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.InvalidServerUrlException.Problem;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One line to connect with: a URL or a host, and user, password and port beside it. Enter in any field connects. */
final class QuickConnectBar extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Messages messages;
    private final Consumer<ConnectRequest> connect;
    private final ComboBox<Security> security = new ComboBox<>();
    private final TextField address = new AddressField(this::takeUrl);
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField port = new TextField();
    private final Label hint = new Label();
    private final HBox line = new HBox();

    QuickConnectBar(Messages messages, Consumer<ConnectRequest> connect) {
        this.messages = messages;
        this.connect = connect;
        setId("quick-connect");
        getStyleClass().add("quick-connect");
        line.getStyleClass().add("quick-connect-line");
        prepareProtocol();
        prepare(address, "quick-address", "quick.address");
        prepare(user, "quick-user", "quick.user");
        prepare(password, "quick-password", "quick.password");
        prepare(port, "quick-port", "quick.port");
        HBox.setHgrow(address, Priority.ALWAYS);
        address.textProperty().subscribe((before, now) -> clearProblem());
        port.textProperty().subscribe((before, now) -> clearProblem());
        Button go = Controls.button("quick-go", messages.text("quick.connect"));
        go.setGraphic(Icons.of(Feather.LOG_IN));
        go.getStyleClass().add(Styles.ACCENT);
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(pressed -> submit());
        hint.setId("quick-problem");
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, "problem");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        line.getChildren().addAll(security, address, user, password, port, go);
        getChildren().addAll(line, hint);
    }

    /** Puts more at the end of the line. */
    void append(Node node) {
        line.getChildren().add(node);
    }

    /** Lets the user type an address. */
    void focusAddress() {
        address.requestFocus();
        address.selectAll();
    }

    /** Shows what is connected, without its password. */
    void show(ConnectRequest request) {
        fill(QuickConnectInput.of(new ServerUrl(
                request.server(), request.user().isEmpty() ? null : request.user(), null, request.remoteFolder())));
    }

    private void submit() {
        clearProblem();
        try {
            ConnectRequest request = new QuickConnectInput(
                            security.getValue(), address.getText(), user.getText(), password.getText(), port.getText())
                    .request();
            // A URL goes into the fields, so that the password in it does not stay readable.
            show(request);
            connect.accept(request);
        } catch (InvalidServerUrlException e) {
            tell(e);
        }
    }

    private void takeUrl() {
        if (!address.getText().contains("://")) {
            return;
        }
        try {
            fill(QuickConnectInput.of(ServerUrl.parse(address.getText(), security.getValue())));
            address.end();
        } catch (InvalidServerUrlException e) {
            tell(e);
        }
    }

    private void fill(QuickConnectInput input) {
        security.setValue(input.security());
        address.setText(input.address());
        user.setText(input.user());
        password.setText(input.password());
        port.setText(input.port());
    }

    private void tell(InvalidServerUrlException e) {
        TextField wrong = e.problem() == Problem.BAD_PORT && !port.getText().isBlank() ? port : address;
        wrong.pseudoClassStateChanged(WRONG, true);
        hint.setText(messages.text("quick.problem." + e.problem().name(), e.part()));
        wrong.setAccessibleHelp(hint.getText());
        wrong.requestFocus();
    }

    private void clearProblem() {
        hint.setText("");
        address.pseudoClassStateChanged(WRONG, false);
        port.pseudoClassStateChanged(WRONG, false);
        address.setAccessibleHelp("");
        port.setAccessibleHelp("");
    }

    private void prepareProtocol() {
        security.setId("quick-protocol");
        security.setAccessibleText(messages.text("quick.protocol"));
        security.getItems().setAll(Security.EXPLICIT_TLS, Security.IMPLICIT_TLS, Security.PLAIN);
        security.setValue(Security.EXPLICIT_TLS);
        security.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Security value) {
                return value == null ? "" : ServerUrl.protocol(value) + "://";
            }

            @Override
            public @Nullable Security fromString(String text) {
                return null;
            }
        });
        Tooltip tooltip = new Tooltip();
        security.setTooltip(tooltip);
        security.valueProperty().subscribe(value -> {
            tooltip.setText(messages.text("protocol." + value.name()));
            port.setPromptText(messages.text("quick.port") + " " + value.defaultPort());
        });
    }

    private void prepare(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(messages.text(key));
        field.setAccessibleText(messages.text(key));
        field.setTooltip(new Tooltip(messages.text(key + ".help")));
        field.setOnAction(entered -> submit());
    }
}
