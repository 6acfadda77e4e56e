// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.i18n.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page in the language of {@code man(7)}, made of the same options and texts as {@code --help}. */
final class ManualPage {

    private static final List<String> VARIABLES =
            List.of(Passwords.VARIABLE, Passwords.MASTER_VARIABLE, Passwords.NEW_MASTER_VARIABLE);

    private final Messages messages;
    private final Roff page = new Roff();

    ManualPage(Messages messages) {
        this.messages = messages;
    }

    /**
     * Makes the page.
     *
     * @param commands all commands by name
     * @param exitCodes what they end with
     */
    String of(Map<String, CommandLine> commands, Map<String, String> exitCodes, String version) {
        page.title("TWINPORT", version);
        page.section(messages.text("cli.manual.name"));
        page.paragraph("twinport - " + messages.text("cli.header"));
        page.section(messages.text("cli.manual.synopsis"));
        page.literal(messages.text("cli.synopsis"));
        text("description");
        text("urls");
        page.section(messages.text("cli.manual.commands"));
        List<OptionSpec> all = options(commands, "ls");
        List<OptionSpec> transfers = without(options(commands, "put"), all);
        commands.forEach((name, line) ->
                command(name, line, without(without(options(commands, name), all), transfers)));
        page.section(messages.text("cli.manual.transferOptions"));
        page.paragraph(messages.text("cli.manual.transferOptions.text"));
        transfers.forEach(this::option);
        page.section(messages.text("cli.manual.options"));
        page.paragraph(messages.text("cli.manual.options.text"));
        all.forEach(this::option);
        text("patterns");
        text("deleting");
        text("resuming");
        events();
        page.section(messages.text("cli.manual.exit"));
        exitCodes.forEach(page::entry);
        page.section(messages.text("cli.manual.environment"));
        VARIABLES.forEach(name -> page.entry(name, messages.text("cli.manual.variable." + name)));
        text("examples");
        return page.toString();
    }

    /** A section of paragraphs; lines that begin with blanks are shown as they are. */
    private void text(String key) {
        page.section(messages.text("cli.manual." + key));
        page.lines(messages.text("cli.manual." + key + ".text"));
    }

    private static List<OptionSpec> options(Map<String, CommandLine> commands, String name) {
        return Objects.requireNonNull(commands.get(name)).getCommandSpec().options();
    }

    private static List<OptionSpec> without(List<OptionSpec> options, List<OptionSpec> others) {
        return options.stream()
                .filter(option ->
                        others.stream().noneMatch(other -> other.longestName().equals(option.longestName())))
                .toList();
    }

    private void command(String name, CommandLine line, List<OptionSpec> own) {
        CommandSpec spec = line.getCommandSpec();
        StringBuilder synopsis = new StringBuilder("twinport " + name + " [OPTIONS]");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            boolean optional = parameter.arity().min() == 0;
            synopsis.append(optional ? " [" : " ")
                    .append(parameter.paramLabel())
                    .append(optional ? "]" : "");
        }
        page.subsection(synopsis.toString());
        page.paragraph(messages.text("cli.command." + name));
        spec.positionalParameters().forEach(parameter -> page.entry(parameter.paramLabel(), description(parameter)));
        own.forEach(this::option);
    }

    private void option(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        page.entry(String.join(", ", option.names()) + label, description(option));
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private void events() {
        page.section(messages.text("cli.manual.json"));
        page.paragraph(messages.text("cli.manual.json.text"));
        for (JsonEvent event : JsonEvent.values()) {
            page.entry(event.word(), messages.text("cli.manual.json." + event.word()));
        }
    }
}
