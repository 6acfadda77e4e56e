// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.TransferOptions;
import io.github.twinport.sites.options.TransferOptions.VerificationChoice;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** How names are written on the server and how files are transferred. */
final class TransferPage implements SitePage {

    private static final List<String> CHARSETS = List.of(
            Site.AUTOMATIC_CHARSET,
            "ISO-8859-1",
            "ISO-8859-15",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "KOI8-R",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "GB18030",
            "Big5");

    private final Messages messages;
    private final FormGrid grid;
    private final ComboBox<String> charset;
    private final ComboBox<VerificationChoice> verification;
    private final ComboBox<Integer> connections;
    private final CheckBox compression;
    private final CheckBox temporaryNames;
    private final CheckBox permissions;
    private final TextField clock;
    private final CheckBox telnetAbort;

    TransferPage(Messages messages, Runnable changed) {
        this.messages = messages;
        grid = new FormGrid(messages, changed);
        charset = grid.choice("site-charset", "sites.charset", value -> value);
        grid.note("sites.charset.note");
        clock = grid.field("site-clock", "sites.clock");
        clock.setPromptText(messages.text("sites.clock.prompt"));
        grid.note("sites.clock.note");
        verification = grid.choice(
                "site-verification", "sites.verification", value -> messages.text("verification." + value.name()));
        connections = grid.choice("site-connections", "sites.connections", this::count);
        compression = grid.tick("site-compression", "sites.compression", "sites.compression.on");
        temporaryNames = grid.tick("site-temporary-names", "sites.uploads", "sites.temporaryNames");
        Label exposed = grid.note("sites.temporaryNames.off");
        permissions = grid.tick("site-permissions", "sites.permissions", "sites.permissions.keep");
        telnetAbort = grid.tick("site-telnet-abort", "sites.telnetAbort", "sites.telnetAbort.on");
        charset.getItems().setAll(CHARSETS);
        charset.setEditable(true);
        charset.getEditor().textProperty().subscribe((before, now) -> changed.run());
        IntStream.rangeClosed(0, TransferOptions.MOST_CONNECTIONS)
                .forEach(number -> connections.getItems().add(number));
        verification.getItems().setAll(VerificationChoice.values());
        exposed.visibleProperty().bind(temporaryNames.selectedProperty().not());
        exposed.managedProperty().bind(exposed.visibleProperty());
    }

    @Override
    public String title() {
        return messages.text("sites.page.transfers");
    }

    @Override
    public FormGrid view() {
        return grid;
    }

    @Override
    public void show(Site site) {
        TransferOptions options = site.options().transfers();
        charset.setValue(site.charset());
        charset.getEditor().setText(site.charset());
        verification.setValue(options.verification());
        connections.setValue(options.connections());
        compression.setSelected(options.compression());
        temporaryNames.setSelected(options.temporaryNames());
        permissions.setSelected(options.permissions());
        telnetAbort.setSelected(options.telnetAbort());
        clock.setText(ClockText.of(options.listOffset()));
    }

    @Override
    public Map<String, String> problems() {
        Map<String, String> problems = new HashMap<>();
        if (!isCharset(charset())) {
            problems.put("site-charset", messages.text("sites.problem.charset"));
        }
        if (!ClockText.isValid(clock.getText())) {
            problems.put("site-clock", messages.text("sites.problem.clock"));
        }
        return problems;
    }

    @Override
    public Site applyTo(Site site) {
        return site.withCharset(charset())
                .withOptions(site.options()
                        .withTransfers(new TransferOptions(
                                verification.getValue(),
                                temporaryNames.isSelected(),
                                permissions.isSelected(),
                                compression.isSelected(),
                                connections.getValue(),
                                telnetAbort.isSelected(),
                                ClockText.offset(clock.getText()))));
    }

    private String count(int number) {
        return number == 0
                ? messages.text("sites.connections.automatic")
                : messages.text("sites.connections.most", number);
    }

    private String charset() {
        return charset.getEditor().getText().strip();
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
