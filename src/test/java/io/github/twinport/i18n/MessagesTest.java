// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLE = Path.of("src/main/resources/io/github/twinport/i18n/messages.properties");

    /** A key that is named whole: {@code messages.text("a.b")} or {@code messages.text("a.b", …)}. */
    private static final Pattern NAMED_KEY = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** The beginnings of keys whose rest is computed, each with the class that does it. */
    private static final Map<String, String> COMPUTED_KEYS = Map.ofEntries(
            Map.entry("afterQueue.action.", "ui/afterqueue/AfterQueueMenu"),
            Map.entry("appearance.", "ui/shell/ThemeMenu"),
            Map.entry("cli.command.", "cli/HeadlessCommands"),
            Map.entry("cli.exit.", "cli/HeadlessCommands"),
            Map.entry("cli.manual.", "cli/ManualPage"),
            Map.entry("cli.plan.", "cli/PlanText"),
            Map.entry("cli.planSum.", "cli/PlanText"),
            Map.entry("cli.vault.", "cli/Work"),
            Map.entry("command.", "ui/shell/MainCommands"),
            Map.entry("conflict.is.", "ui/transfers/ConflictTexts"),
            Map.entry("dataMode.", "ui/sites/ConnectionPage"),
            Map.entry("dataProtection.", "ui/sites/SecurityPage"),
            Map.entry("failure.", "transfer/Explainer"),
            Map.entry("menu.", "ui/shell/MainCommands"),
            Map.entry("oldestTls.", "ui/sites/SecurityPage"),
            Map.entry("protocol.", "ui/sites/GeneralPage"),
            Map.entry("proxy.", "ui/sites/ConnectionPage"),
            Map.entry("quick.", "ui/shell/QuickConnectBar"),
            Map.entry("reply.", "ui/log/ReplyMeanings"),
            Map.entry("rules.existing.", "ui/transfers/RulesMenu"),
            Map.entry("sites.duringTransfers.", "ui/sites/ConnectionPage"),
            Map.entry("vault.", "ui/shell/VaultExplainer"),
            Map.entry("verification.", "ui/sites/TransferPage"));

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);

    @Test
    void fillsThePlacesOfAText() {
        assertThat(messages.text("format.duration.minutes", 2, 5)).isEqualTo("2 min 5 s");
    }

    @Test
    void writesSingularAndPlural() {
        assertThat(messages.text("format.size.exact", 0)).isEqualTo("0 bytes");
        assertThat(messages.text("format.size.exact", 1)).isEqualTo("1 byte");
        assertThat(messages.text("format.size.exact", 1468006)).isEqualTo("1,468,006 bytes");
    }

    @Test
    void groupsNumbersAsTheLanguageDoes() {
        assertThat(Messages.forLocale(Locale.GERMANY).text("format.size.exact", 1468006))
                .isEqualTo("1.468.006 bytes");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> messages.text("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void tellsWhetherAKeyIsKnown() {
        assertThat(messages.has("format.size.exact")).isTrue();
        assertThat(messages.has("no.such.key")).isFalse();
    }

    @Test
    void everyKeyInTheSourceHasAText() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            NAMED_KEY
                    .matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(missing::add);
        }
        assertThat(missing).contains("format.size.exact");
        missing.removeAll(bundle().stringPropertyNames());
        assertThat(missing).as("keys without a text").isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> unused = new TreeSet<>(bundle().stringPropertyNames());
        assertThat(unused).isNotEmpty();
        unused.removeIf(key -> COMPUTED_KEYS.keySet().stream().anyMatch(key::startsWith));
        for (Path source : sources()) {
            LITERAL.matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(unused::remove);
        }
        assertThat(unused).as("texts that no code shows").isEmpty();
    }

    @Test
    void computedKeysNameTheirClass() throws IOException {
        for (var computed : COMPUTED_KEYS.entrySet()) {
            assertThat(Files.readString(SOURCES.resolve("io/github/twinport/" + computed.getValue() + ".java")))
                    .contains('"' + computed.getKey());
        }
    }

    @Test
    void everyTextIsAPatternWithoutQuotes() throws IOException {
        Properties bundle = bundle();
        for (String key : bundle.stringPropertyNames()) {
            String pattern = bundle.getProperty(key);
            assertThat(pattern).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(pattern, Locale.ENGLISH).toPattern())
                    .as(key)
                    .isNotEmpty();
        }
    }

    @Test
    void noKeyIsGivenTwice() throws IOException {
        List<String> keys = Files.readAllLines(BUNDLE).stream()
                .filter(line -> line.matches("[a-zA-Z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties bundle() {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLE)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
