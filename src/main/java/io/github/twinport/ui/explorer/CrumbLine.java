// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.EntryName;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A path as a row of buttons, one for each folder. Where they do not fit, those nearest to the root hide behind the
 * first button, which offers them in a menu.
 */
final class CrumbLine extends Region {

    private final Button more;
    private final Consumer<Location> go;
    private final List<Location> folders = new ArrayList<>();
    private final List<HBox> crumbs = new ArrayList<>();
    private final ContextMenu hidden = new ContextMenu();

    CrumbLine(String id, String moreText, Consumer<Location> go) {
        this.go = go;
        getStyleClass().add("crumb-line");
        more = Controls.iconButton(id + "-more", Feather.MORE_HORIZONTAL, moreText);
        more.getStyleClass().add("crumb");
        more.setOnAction(click -> hidden.show(more, Side.BOTTOM, 0, 0));
        more.setFocusTraversable(false);
    }

    void show(List<Location> trail, String id) {
        folders.clear();
        crumbs.clear();
        folders.addAll(trail);
        for (int i = 0; i < trail.size(); i++) {
            crumbs.add(crumb(trail.get(i), id + "-crumb-" + i, i == trail.size() - 1));
        }
        getChildren().setAll(crumbs);
        getChildren().addFirst(more);
        requestLayout();
    }

    private HBox crumb(Location folder, String id, boolean last) {
        Button button = Controls.button(id, EntryName.escaped(folder.name()));
        button.getStyleClass().addAll("flat", "crumb");
        button.setFocusTraversable(false);
        button.setOnAction(click -> go.accept(folder));
        HBox crumb = new HBox(button);
        crumb.getStyleClass().add("crumb-box");
        if (last) {
            button.getStyleClass().add("last-crumb");
        } else {
            crumb.getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "crumb-separator"));
        }
        return crumb;
    }

    @Override
    protected double computePrefWidth(double height) {
        return crumbs.stream().mapToDouble(crumb -> crumb.prefWidth(-1)).sum();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(
                more.prefHeight(-1),
                crumbs.stream().mapToDouble(c -> c.prefHeight(-1)).max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        double available = getWidth();
        int first = firstShown(available);
        double x = 0;
        more.setVisible(first > 0);
        if (first > 0) {
            x += place(more, x, more.prefWidth(-1));
        }
        for (int i = 0; i < crumbs.size(); i++) {
            HBox crumb = crumbs.get(i);
            crumb.setVisible(i >= first);
            if (i >= first) {
                x += place(crumb, x, Math.min(crumb.prefWidth(-1), Math.max(0, available - x)));
            }
        }
        List<MenuItem> items = new ArrayList<>();
        for (Location folder : folders.subList(0, first)) {
            MenuItem item = Controls.menuItem("crumb-hidden", EntryName.escaped(folder.name()));
            item.setOnAction(click -> go.accept(folder));
            items.addFirst(item);
        }
        hidden.getItems().setAll(items);
    }

    private int firstShown(double available) {
        double width = computePrefWidth(-1);
        int first = 0;
        double extra = 0;
        while (width + extra > available && first < crumbs.size() - 1) {
            width -= crumbs.get(first).prefWidth(-1);
            extra = more.prefWidth(-1);
            first++;
        }
        return first;
    }

    private double place(Node node, double x, double width) {
        double height = Math.min(getHeight(), node.prefHeight(-1));
        node.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
        return width;
    }
}
