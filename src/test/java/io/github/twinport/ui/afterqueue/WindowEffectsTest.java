// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.TextQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowEffectsTest extends FxTest {

    private final List<String> calls = new ArrayList<>();
    private Programs programs = command -> note(command, 0);
    private WindowEffects effects;

    @BeforeEach
    void open() {
        show(VBox::new);
        effects = new WindowEffects(
                stage(),
                Runnable::run,
                Runnable::run,
                Messages.forLocale(Locale.ENGLISH),
                new FailureNotes(),
                () -> calls.add("disconnect"),
                new SystemCommands("Linux"),
                command -> programs.run(command));
    }

    @Test
    void theConnectionIsClosed() {
        effects.disconnect();

        assertThat(calls).containsExactly("disconnect");
    }

    @Test
    void theProgramEndsAsIfTheWindowHadBeenClosed() {
        onFx(() -> {
            stage().setOnCloseRequest(request -> calls.add("close"));
            effects.quit();
            return true;
        });

        assertThat(calls).containsExactly("close");
        assertThat(onFx(() -> stage().isShowing())).isFalse();
    }

    @Test
    void aCommandIsRunByTheShell() {
        effects.run("echo done");

        assertThat(calls).containsExactly("[/bin/sh, -c, echo done]");
    }

    @Test
    void theProgramEndsWhenTheComputerShutsDown() {
        onFx(() -> {
            effects.shutDown();
            return true;
        });

        assertThat(calls).containsExactly("[systemctl, poweroff]");
        assertThat(onFx(() -> stage().isShowing())).isFalse();
    }

    @Test
    void aShutdownThatIsRefusedIsToldAndTheProgramGoesOn() {
        programs = command -> note(command, 1);
        effects.shutDown();

        assertThat(calls)
                .containsExactly(
                        "[systemctl, poweroff]", "The computer could not be shut down. It ended with the exit code 1.");
        assertThat(onFx(() -> stage().isShowing())).isTrue();
    }

    @Test
    void aCommandThatCannotBeStartedIsTold() {
        programs = command -> {
            throw new IOException("no shell");
        };
        effects.run("echo done");

        assertThat(calls)
                .containsExactly("The command that was to run after the queue did not work."
                        + " It could not be started: no shell");
    }

    @Test
    void theMessageSaysHowTheQueueEnded() {
        onFx(() -> {
            effects.tell(new Total(0, 0, 0, 1, 2, 1, 1, 0, -1, false));
            return true;
        });

        waitFor(() -> robot.lookup("1 file transferred, 2 failed.").tryQuery().isPresent());
        assertThat(robot.lookup("All transfers are done").tryQuery()).isPresent();
    }

    @Test
    void eachSystemIsShutDownItsOwnWay() {
        assertThat(new SystemCommands("Windows 11").shutDown()).containsExactly("shutdown.exe", "/s", "/t", "0");
        assertThat(new SystemCommands("Windows 11").shell("dir")).containsExactly("cmd.exe", "/c", "dir");
        assertThat(new SystemCommands("Mac OS X").shutDown()).first().isEqualTo("osascript");
    }

    @Test
    void theToneBeginsAndEndsSilently() {
        byte[] samples = Tone.samples();

        assertThat(samples).hasSizeGreaterThan(30_000);
        assertThat(samples[1]).isZero();
        assertThat(Math.abs(samples[samples.length - 1])).isLessThanOrEqualTo((byte) 1);
    }

    private int note(List<String> command, int code) {
        calls.add(command.toString());
        return code;
    }

    private final class FailureNotes implements Dialogs {

        @Override
        public boolean confirm(String title, String text, String action) {
            throw new AssertionError(title);
        }

        @Override
        public Optional<String> askText(TextQuestion question) {
            throw new AssertionError(question);
        }

        @Override
        public void failure(Explanation explanation) {
            calls.add(explanation.what() + " " + explanation.advice());
        }
    }
}
