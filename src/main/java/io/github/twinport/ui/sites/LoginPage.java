// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.LoginOptions;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** What few servers want to hear around the login. */
final class LoginPage implements SitePage {

    private final Messages messages;
    private final FormGrid grid;
    private final TextField virtualHost;
    private final TextField account;
    private final TextArea commands;

    LoginPage(Messages messages, Runnable changed) {
        this.messages = messages;
        grid = new FormGrid(messages, changed);
        virtualHost = grid.field("site-virtual-host", "sites.virtualHost");
        grid.note("sites.virtualHost.note");
        account = grid.field("site-account", "sites.account");
        grid.note("sites.account.note");
        commands = grid.lines("site-commands", "sites.commands", 5);
        grid.note("sites.commands.note");
    }

    @Override
    public String title() {
        return messages.text("sites.page.login");
    }

    @Override
    public FormGrid view() {
        return grid;
    }

    @Override
    public void show(Site site) {
        LoginOptions options = site.options().login();
        virtualHost.setText(options.virtualHost());
        account.setText(options.account());
        commands.setText(String.join("\n", options.commands()));
    }

    @Override
    public Map<String, String> problems() {
        return commands.getText().chars().anyMatch(c -> c == 0)
                ? Map.of("site-commands", messages.text("sites.problem.commands"))
                : Map.of();
    }

    @Override
    public Site applyTo(Site site) {
        return site.withOptions(site.options()
                .withLogin(new LoginOptions(
                        virtualHost.getText().strip(),
                        account.getText().strip(),
                        commands.getText()
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList())));
    }
}
