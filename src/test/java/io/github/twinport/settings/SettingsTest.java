// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsWithFallbacks() throws IOException {
        try (Settings settings = new Settings(database)) {
            assertThat(settings.get(Setting.APPEARANCE)).isEqualTo(Appearance.SYSTEM);
            assertThat(settings.get(Setting.WORKERS)).isEqualTo(0);
        }
    }

    @Test
    void answersAChangeAtOnceAndKeepsItWhenClosed() throws IOException {
        WindowBounds bounds = new WindowBounds(-10.5, 20, 1200, 800, true);
        try (Settings settings = new Settings(database, NEVER)) {
            settings.set(Setting.APPEARANCE, Appearance.DARK);
            settings.set(Setting.MAIN_WINDOW, bounds);
            settings.set(Setting.LOCAL_FOLDER, "/home/ada lovelace");

            assertThat(settings.get(Setting.APPEARANCE)).isEqualTo(Appearance.DARK);
            assertThat(rows()).isEmpty();
        }
        try (Settings settings = new Settings(database)) {
            assertThat(settings.get(Setting.APPEARANCE)).isEqualTo(Appearance.DARK);
            assertThat(settings.get(Setting.MAIN_WINDOW)).isEqualTo(bounds);
            assertThat(settings.get(Setting.LOCAL_FOLDER)).isEqualTo("/home/ada lovelace");
        }
    }

    @Test
    void writesByItselfAMomentLater() throws Exception {
        try (Settings settings = new Settings(database, Duration.ofMillis(1))) {
            settings.set(Setting.WORKERS, 5);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (rows().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(rows()).containsExactly("transfer.workers=5");
        }
    }

    @Test
    void fallsBackWhereWhatIsKeptMakesNoSense() throws IOException {
        keep("transfer.workers", "99");
        keep("appearance", "PURPLE");
        keep("window.main", "1 2 NaN 4 0");
        keep("window.main.panes", "much");
        try (Settings settings = new Settings(database)) {
            assertThat(settings.get(Setting.WORKERS)).isEqualTo(0);
            assertThat(settings.get(Setting.APPEARANCE)).isEqualTo(Appearance.SYSTEM);
            assertThat(settings.get(Setting.MAIN_WINDOW).width()).isZero();
            assertThat(settings.get(Setting.PANES_SHARE)).isEqualTo(0.66);
        }
    }

    @Test
    void survivesADatabaseThatIsGone() throws IOException {
        Settings settings = new Settings(database, NEVER);
        settings.set(Setting.WORKERS, 5);
        database.close();
        settings.close();

        assertThat(settings.get(Setting.WORKERS)).isEqualTo(5);
    }

    private void keep(String name, String value) throws IOException {
        database.write(t -> t.update("insert into setting values (?, ?)", name, value));
    }

    private List<String> rows() throws IOException {
        return database.read(
                t -> t.query("select name, value from setting", row -> row.getString(1) + "=" + row.getString(2)));
    }
}
