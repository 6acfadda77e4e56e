// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** A pane without files that keeps in mind what the window had it do. */
final class FakePane implements RemotePane {

    private final TableView<String> table = new TableView<>();
    private final List<String> done = new ArrayList<>();
    private String folder = "";

    FakePane(String id) {
        table.setId(id);
    }

    List<String> done() {
        return done;
    }

    @Override
    public Region view() {
        return table;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public String folder() {
        return folder;
    }

    @Override
    public void open(String text) {
        folder = text;
        done.add("open " + text);
    }

    @Override
    public void attach(Connected connected) {
        folder = connected.folder().toString();
        done.add("attach " + folder);
    }

    @Override
    public void detach() {
        folder = "";
        done.add("detach");
    }
}
