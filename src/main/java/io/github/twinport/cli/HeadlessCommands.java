// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.HiddenPassword;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Twinport without a window: {@code twinport COMMAND …}. Knows no JavaFX. */
public final class HeadlessCommands {

    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String MANUAL = "manual";
    private static final String REHEARSE = "rehearse";
    private static final Map<String, Supplier<HeadlessCommand>> COMMANDS = commands();
    private static final Set<String> WITH_JOURNAL = Set.of("get", "put", "mirror");

    private final Surroundings surroundings;
    private final Messages messages;

    /** Commands in the given surroundings. */
    public HeadlessCommands(Surroundings surroundings) {
        this.surroundings = surroundings;
        messages = surroundings.messages();
    }

    private static Map<String, Supplier<HeadlessCommand>> commands() {
        Map<String, Supplier<HeadlessCommand>> commands = new LinkedHashMap<>();
        commands.put("ls", ListCommand::new);
        commands.put("get", GetCommand::new);
        commands.put("put", PutCommand::new);
        commands.put("mirror", MirrorCommand::new);
        commands.put("hash", HashCommand::new);
        commands.put("rm", RemoveCommand::new);
        commands.put("mkdir", MakeFolderCommand::new);
        commands.put("mv", MoveCommand::new);
        commands.put("password", PasswordCommand::new);
        return commands;
    }

    /** Whether a command line names a command or asks for help, so that no window is meant. */
    public static boolean areMeant(List<String> arguments) {
        return !arguments.isEmpty()
                && (COMMANDS.containsKey(arguments.getFirst())
                        || isHelp(arguments)
                        || isManual(arguments)
                        || isRehearsal(arguments));
    }

    /** The build's own: many commands in one process, which Java watches to learn what commands need. */
    private static boolean isRehearsal(List<String> arguments) {
        return arguments.size() == 2 && arguments.getFirst().equals(REHEARSE);
    }

    private static boolean isManual(List<String> arguments) {
        return arguments.equals(List.of(MANUAL));
    }

    private static boolean isHelp(List<String> arguments) {
        return HELP.contains(arguments.getFirst());
    }

    /** Runs the command that a command line names and blocks until it is done; the exit code. */
    public int run(List<String> arguments) {
        int code = runUnchecked(arguments);
        if (!ResultStream.isLost(surroundings.out())) {
            return code;
        }
        surroundings.err().println("twinport: " + messages.text("cli.outputFailed"));
        surroundings.err().flush();
        return code == ExitCode.DONE.number() ? ExitCode.SOME_FAILED.number() : code;
    }

    private int runUnchecked(List<String> arguments) {
        try {
            if (isManual(arguments)) {
                return manual().number();
            }
            if (isRehearsal(arguments)) {
                return rehearse(Path.of(arguments.getLast()));
            }
            return (isHelp(arguments) ? help() : command(arguments)).number();
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** Runs the commands in the lines of a file, whose words have tabs between them; the first exit code but 0. */
    private int rehearse(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                int code = run(List.of(line.split("\t")));
                if (code != 0) {
                    return code;
                }
            }
            return 0;
        } catch (IOException e) {
            surroundings.err().println(e);
            return ExitCode.USAGE.number();
        }
    }

    private ExitCode manual() {
        CommandLine root = root();
        Map<String, CommandLine> lines = new LinkedHashMap<>();
        COMMANDS.forEach((name, command) -> lines.put(name, add(root, name, command.get())));
        surroundings.out().print(new ManualPage(messages).of(lines, exitCodes(), surroundings.version()));
        return ExitCode.DONE;
    }

    private ExitCode help() {
        CommandLine root = root();
        COMMANDS.forEach((name, command) -> add(root, name, command.get()));
        root.usage(surroundings.out(), Ansi.OFF);
        return ExitCode.DONE;
    }

    private ExitCode command(List<String> arguments) {
        String name = arguments.getFirst();
        if (WITH_JOURNAL.contains(name)) {
            // The rest of the way to the first byte goes on meanwhile.
            Thread.ofPlatform().daemon().name("driver").start(Database::loadDriver);
        }
        // Only the command that is meant, without what only its help needs: both would take longer than some commands
        // do.
        Supplier<HeadlessCommand> maker = Objects.requireNonNull(COMMANDS.get(name));
        HeadlessCommand command = maker.get();
        CommandLine line = configured(new CommandLine(command));
        HiddenPassword hidden = new HiddenPassword(arguments);
        try {
            ParseResult parsed =
                    line.parseArgs(arguments.subList(1, arguments.size()).toArray(String[]::new));
            String empty = new EmptyArguments(parsed).first();
            if (empty != null) {
                surroundings.err().println("twinport: " + messages.text("cli.emptyArgument", empty));
                return ExitCode.USAGE;
            }
        } catch (ParameterException e) {
            surroundings.err().println("twinport: " + hidden.in(String.valueOf(e.getMessage())));
            surroundings.err().println(messages.text("cli.seeHelp", "twinport " + name));
            return ExitCode.USAGE;
        }
        if (command.common().help()) {
            add(root(), name, maker.get()).usage(surroundings.out(), Ansi.OFF);
            return ExitCode.DONE;
        }
        return run(command, hidden);
    }

    private ExitCode run(HeadlessCommand command, HiddenPassword hidden) {
        EventPrinter printer = new DiscreetPrinter(
                command.common().json() ? new JsonPrinter(surroundings.out()) : new TextPrinter(surroundings), hidden);
        try (Work work = new Work(surroundings, command.common().connection(), printer)) {
            try {
                return command.run(work);
            } catch (IOException e) {
                ExitCode code = surroundings.interruption().isRequested() ? ExitCode.INTERRUPTED : ExitCode.of(e);
                printer.print(new Event.Problem(code, work.explain(e)));
                return code;
            } catch (RuntimeException e) {
                // An error of this program; who wants to know more than its sentence asks for the log of Java.
                System.getLogger(HeadlessCommands.class.getName()).log(Level.DEBUG, "an error in a command", e);
                printer.print(
                        new Event.Problem(ExitCode.SOME_FAILED, work.explainer().explain(e)));
                return ExitCode.SOME_FAILED;
            }
        } catch (UsageException e) {
            surroundings.err().println("twinport: " + hidden.in(String.valueOf(e.getMessage())));
            return ExitCode.USAGE;
        } finally {
            printer.flush();
        }
    }

    private CommandLine root() {
        CommandSpec spec = CommandSpec.create().name("twinport");
        spec.usageMessage()
                .customSynopsis(messages.text("cli.synopsis"))
                .header(messages.text("cli.header"))
                .commandListHeading(messages.text("cli.commands") + "%n")
                .footer(messages.text("cli.footer"));
        return configured(new CommandLine(spec));
    }

    private CommandLine add(CommandLine root, String name, HeadlessCommand command) {
        CommandLine line = configured(new CommandLine(command));
        CommandSpec spec = line.getCommandSpec();
        spec.name(name).resourceBundle(messages.bundle());
        spec.usageMessage()
                .header(messages.text("cli.command." + name))
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .exitCodeListHeading(messages.text("cli.exitCodes") + "%n")
                .exitCodeList(exitCodes());
        root.addSubcommand(name, line);
        return line;
    }

    private static CommandLine configured(CommandLine line) {
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), messages.text("cli.exit." + code.number()));
        }
        return codes;
    }
}
