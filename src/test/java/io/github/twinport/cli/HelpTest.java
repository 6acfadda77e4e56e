// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say about themselves, each in {@code --help} and all in the manual page. */
class HelpTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ls", "get", "put", "mirror", "hash", "rm", "mkdir", "mv", "password"})
    void fitsIntoEightyColumnsAndTellsTheExitCodes(String command) {
        Shell shell = new Shell(folder);

        assertThat(shell.run(command, "--help")).isZero();

        assertThat(shell.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        for (ExitCode code : ExitCode.values()) {
            assertThat(shell.out()).containsPattern("(?m)^ +" + code.number() + " +\\w");
        }
        assertThat(shell.out()).doesNotContain("cli.").contains("Usage: twinport " + command + " [OPTIONS]");
    }

    @Test
    void theListOfCommandsNamesThemAll() {
        Shell shell = new Shell(folder);
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(shell.out())
                .contains("ls ", "get ", "put ", "mirror ", "hash ", "rm ", "mkdir ", "mv ", "password ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "get", "put", "mirror", "hash", "rm", "mkdir", "mv", "password"})
    void theManualHasEveryOptionAndItsText(String command) {
        Shell shell = new Shell(folder);
        shell.run(command, "--help");
        Set<String> options = new HashSet<>();
        Matcher found = OPTION.matcher(shell.out());
        while (found.find()) {
            options.add(found.group(1));
        }
        assertThat(options).contains("--json", "--profile", "--help");

        assertThat(shell.run("manual")).isZero();

        for (String option : options) {
            assertThat(shell.out()).contains(option.replace("-", "\\-"));
        }
        assertThat(shell.out()).contains(".SS \"twinport " + command + " [OPTIONS]");
    }

    @Test
    void theManualHasEveryExitCodeEventAndVariable() {
        Shell shell = new Shell(folder);
        assertThat(shell.run("manual")).isZero();

        String page = shell.out().replace("\\-", "-");
        assertThat(page).startsWith(".TH TWINPORT 1 \"\" \"Twinport 1.2.3\"\n");
        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains(".TP\n\\fB" + code.number() + "\\fR\n");
        }
        for (JsonEvent event : JsonEvent.values()) {
            assertThat(page).contains(".TP\n\\fB" + event.word() + "\\fR\n");
        }
        assertThat(page).contains("TWINPORT_PASSWORD", "TWINPORT_MASTER_PASSWORD", "TWINPORT_NEW_MASTER_PASSWORD");
    }

    @Test
    void noLineOfTheManualIsTakenForACommandOfItsLanguage() {
        Shell shell = new Shell(folder);
        shell.run("manual");
        assertThat(shell.out().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|nf|fi|ad|nh)( .*)?"));
        assertThat(shell.out().chars()).allMatch(c -> c < 0x80);
    }
}
