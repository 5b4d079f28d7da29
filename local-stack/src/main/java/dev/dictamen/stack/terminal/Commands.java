package dev.dictamen.stack.terminal;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Command lines as all of {@code ./dictamen} reads them: {@code --help} everywhere, and the same shape of it. */
public final class Commands {
    private static final int WIDTH = 100;

    private Commands() {}

    /** @param first an object with {@code @Command}, above the others */
    public static CommandLine of(Terminal terminal, Object first, Object... others) {
        var line = new CommandLine(first);
        List.of(others).forEach(line::addSubcommand);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("this text")
                        .build());
        shape(line);
        return line.setOut(terminal.writer())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void shape(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.synopsisSubcommandLabel("COMMAND").parameterListHeading("%n").commandListHeading("%nCommands:%n");
        if (line.getCommandSpec().positionalParameters().isEmpty()) {
            usage.optionListHeading("%n");
        }
        if (!usage.exitCodeList().isEmpty()) {
            usage.exitCodeListHeading("%nExit codes:%n");
        }
        line.getSubcommands().values().forEach(Commands::shape);
    }
}
