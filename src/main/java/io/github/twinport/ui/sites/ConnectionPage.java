// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.SiteProxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** How the server is reached: data connections, proxy, keeping idle connections. */
final class ConnectionPage implements SitePage {

    private static final List<Integer> RHYTHMS = List.of(0, 15, 30, 60, 120, 300);

    private final Messages messages;
    private final FormGrid grid;
    private final ComboBox<DataMode> dataMode;
    private final CheckBox foreignAddresses;
    private final CheckBox lowPorts;
    private final TextField lastPort = new TextField();
    private final TextField firstPort;
    private final TextField externalAddress;
    private final ComboBox<Optional<SiteProxy.Kind>> proxy;
    private final TextField proxyHost;
    private final TextField proxyPort;
    private final TextField proxyUser;
    private final ComboBox<Integer> keepAlive;
    private final ComboBox<DuringTransfers> duringTransfers;

    ConnectionPage(Messages messages, Runnable changed) {
        this.messages = messages;
        grid = new FormGrid(messages, changed);
        dataMode = grid.choice("site-data-mode", "sites.dataMode", value -> messages.text("dataMode." + value.name()));
        keepAlive = grid.choice("site-keep-alive", "sites.keepAlive", this::rhythm);
        duringTransfers = grid.choice(
                "site-during-transfers",
                "sites.duringTransfers",
                value -> messages.text("sites.duringTransfers." + value.name()));
        grid.heading("sites.passive");
        foreignAddresses = grid.tick("site-foreign-addresses", "sites.passive.servers", "sites.foreignAddresses");
        lowPorts = grid.tick("site-low-ports", "sites.passive.ports", "sites.lowPorts");
        grid.heading("sites.active");
        firstPort = grid.field("site-first-port", "sites.ports", this::range);
        externalAddress = grid.field("site-external-address", "sites.externalAddress");
        grid.heading("sites.proxy.heading");
        proxy = grid.choice("site-proxy", "sites.proxy", this::kind);
        proxyHost = grid.field("site-proxy-host", "sites.proxyHost");
        proxyPort = grid.field("site-proxy-port", "sites.port");
        proxyUser = grid.field("site-proxy-user", "sites.proxyUser");
        fill();
    }

    @Override
    public String title() {
        return messages.text("sites.page.connection");
    }

    @Override
    public FormGrid view() {
        return grid;
    }

    @Override
    public void show(Site site) {
        NetworkInput input = NetworkInput.of(site.options().network());
        dataMode.setValue(site.dataMode());
        foreignAddresses.setSelected(input.addresses().foreignAddresses());
        lowPorts.setSelected(input.addresses().lowPorts());
        firstPort.setText(input.firstPort());
        lastPort.setText(input.lastPort());
        externalAddress.setText(input.externalAddress());
        proxy.setValue(Optional.ofNullable(input.proxy()));
        proxyHost.setText(input.proxyHost());
        proxyPort.setText(input.proxyPort());
        proxyUser.setText(input.proxyUser());
        if (!keepAlive.getItems().contains(input.keepAlive())) {
            keepAlive.getItems().add(input.keepAlive());
        }
        keepAlive.setValue(input.keepAlive());
        duringTransfers.setValue(input.duringTransfers());
    }

    @Override
    public Map<String, String> problems() {
        return input().problems(messages);
    }

    @Override
    public Site applyTo(Site site) {
        return site.withDataMode(dataMode.getValue()).withOptions(site.options().withNetwork(input().options()));
    }

    private NetworkInput input() {
        return new NetworkInput(
                new DataAddressRules(foreignAddresses.isSelected(), lowPorts.isSelected()),
                firstPort.getText(),
                lastPort.getText(),
                externalAddress.getText(),
                chosenProxy(),
                proxyHost.getText(),
                proxyPort.getText(),
                proxyUser.getText(),
                keepAlive.getValue(),
                duringTransfers.getValue());
    }

    private SiteProxy.@Nullable Kind chosenProxy() {
        Optional<SiteProxy.Kind> chosen = proxy.getValue();
        return chosen == null ? null : chosen.orElse(null);
    }

    private void fill() {
        dataMode.getItems().setAll(DataMode.values());
        keepAlive.getItems().setAll(RHYTHMS);
        duringTransfers.getItems().setAll(DuringTransfers.values());
        keepAlive.valueProperty().subscribe(seconds -> grid.showRow(duringTransfers, seconds != null && seconds > 0));
        proxy.getItems().add(Optional.empty());
        for (SiteProxy.Kind kind : SiteProxy.Kind.values()) {
            proxy.getItems().add(Optional.of(kind));
        }
        externalAddress.setPromptText(messages.text("sites.externalAddress.prompt"));
        proxyPort.setPrefColumnCount(6);
        proxyPort.setMaxWidth(TextField.USE_PREF_SIZE);
        proxy.valueProperty().subscribe(chosen -> {
            boolean none = chosen == null || chosen.isEmpty();
            List.of(proxyHost, proxyPort, proxyUser).forEach(field -> grid.showRow(field, !none));
            proxyPort.setPromptText(none ? "" : Integer.toString(chosen.get().usualPort()));
        });
    }

    private Node range(TextField first) {
        grid.watched("site-last-port", lastPort);
        lastPort.setAccessibleText(messages.text("sites.lastPort"));
        for (TextField field : List.of(first, lastPort)) {
            field.setPrefColumnCount(6);
            field.setPromptText(messages.text("sites.ports.prompt"));
        }
        HBox range = new HBox(first, new Label(messages.text("sites.ports.to")), lastPort);
        range.getStyleClass().add("site-range");
        return range;
    }

    private String kind(Optional<SiteProxy.Kind> kind) {
        return kind.map(known -> messages.text("proxy." + known.name()))
                .orElseGet(() -> messages.text("sites.proxy.none"));
    }

    private String rhythm(int seconds) {
        return seconds == 0 ? messages.text("sites.keepAlive.never") : messages.text("sites.keepAlive.every", seconds);
    }
}
