// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.i18n.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a shell would and keeps what they print. */
final class Shell implements Terminal {

    final Interruption interruption = new Interruption();
    final Map<String, String> environment = new HashMap<>();
    int columns = 80;
    private final Path profile;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            String end = interruptAt;
            if (end != null && toString(StandardCharsets.UTF_8).contains(end)) {
                interruption.request();
            }
        }
    };
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private @Nullable String typed;
    private @Nullable String prompt;
    private int prompts;
    private @Nullable String interruptAt;

    /** A shell without a terminal and with a profile that need not exist. */
    Shell(Path profile) {
        this.profile = profile;
    }

    /** Lets a person sit there who types this password when asked. */
    Shell typing(String password) {
        typed = password;
        return this;
    }

    /** Lets the user interrupt as soon as this has been printed. */
    Shell interruptingAt(String text) {
        interruptAt = text;
        return this;
    }

    /** Runs one command; its exit code. What an earlier one printed is forgotten. */
    int run(Object... arguments) {
        out.reset();
        err.reset();
        var surroundings = new Surroundings(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                this,
                interruption,
                Messages.forLocale(Locale.ENGLISH),
                "1.2.3",
                profile);
        return new HeadlessCommands(surroundings)
                .run(List.of(arguments).stream().map(String::valueOf).toList());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String all() {
        return out() + err();
    }

    /** What was asked, null when nothing was. */
    @Nullable
    String prompt() {
        return prompt;
    }

    /** How many questions the user was asked. */
    int prompts() {
        return prompts;
    }

    /** The lines of standard output, each read as one JSON object. */
    List<JsonNode> json() {
        JsonMapper mapper = JsonMapper.builder().build();
        return out().lines().map(mapper::readTree).toList();
    }

    @Override
    public boolean isPresent() {
        return typed != null;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public Optional<char[]> password(String question) {
        prompt = question;
        prompts++;
        return Optional.ofNullable(typed).map(String::toCharArray);
    }

    @Override
    public Optional<String> line(String question) {
        prompt = question;
        prompts++;
        return Optional.ofNullable(typed);
    }
}
