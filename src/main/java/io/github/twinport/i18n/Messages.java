// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts that people see, in one language. Made once by the application and handed down; any thread.
 *
 * <p>Each text is a {@link MessageFormat} pattern, plurals by its {@code choice} format. So that a pattern reads as it
 * is shown, texts use the typographic apostrophe (’) and never the typewriter's, which would quote. A number is grouped
 * as people of the language write it ({@code 31,533}): a port or code is handed over as text, or its place says
 * {@code {0,number,#}}.
 */
public final class Messages {

    private static final String BUNDLE = "io.github.twinport.i18n.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts of the given language; English where they are not translated. */
    public static Messages forLocale(Locale locale) {
        return new Messages(ResourceBundle.getBundle(BUNDLE, locale), locale);
    }

    /**
     * The text of a key with its places filled.
     *
     * @param key the name of the text in the bundle
     * @param arguments what stands in the places {@code {0}}, {@code {1}} …
     * @throws MissingResourceException when no text has that key
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The bundle itself, for a library that looks texts up by itself; they must be plain texts without places. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Whether there is a text with that key, for keys that are made of what a server said. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The language and country by which numbers and dates in the texts are written. */
    public Locale locale() {
        return locale;
    }
}
