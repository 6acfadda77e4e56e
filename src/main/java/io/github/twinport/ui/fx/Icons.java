// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of all windows: one family, Feather. Size and colour come from the style sheets. */
public final class Icons {

    private Icons() {}

    /**
     * A new icon.
     *
     * @param symbol which one
     * @param styleClasses what the style sheets know it by
     */
    public static FontIcon of(Feather symbol, String... styleClasses) {
        FontIcon icon = new FontIcon(symbol);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
