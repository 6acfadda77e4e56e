// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.FxTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class PulseTest extends FxTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void manyRequestsAreOneRun() {
        Pulse pulse = new Pulse(new FxThread(), runs::incrementAndGet);
        runOnFx(() -> {
            for (int i = 0; i < 10_000; i++) {
                pulse.request();
            }
        });
        waitFor("the run", () -> runs.get() > 0);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aRequestAfterARunRunsAgainOnTheJavaFxThread() {
        Pulse pulse = new Pulse(new FxThread(), () -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            runs.incrementAndGet();
        });
        pulse.request();
        waitFor("the first run", () -> runs.get() == 1);
        pulse.request();
        waitFor("the second run", () -> runs.get() == 2);
    }
}
