package dev.dictamen.stack;

import dev.dictamen.stack.boot.RunCommand;
import dev.dictamen.stack.demo.DemoCommand;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.importing.ImportCommand;
import dev.dictamen.stack.status.ReplicasCommand;
import dev.dictamen.stack.status.StatusCommand;
import dev.dictamen.stack.terminal.Terminal;
import java.util.List;

/** The Java half of {@code ./dictamen}: {@code run}, {@code import}, {@code status}, {@code replicas}, {@code demo}. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), Terminal.standard()));
    }

    static int run(List<String> arguments, Terminal terminal) throws Exception {
        var home = Home.ofThisProcess();
        var settings = StackSettings.load();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "run" -> new RunCommand(home, settings, terminal).run(rest);
            case "import" -> new ImportCommand(home, settings, terminal).run(rest);
            case "status" -> new StatusCommand(home, settings, terminal).run(rest);
            case "replicas" -> new ReplicasCommand(home, settings, terminal).run(rest);
            case "demo" -> new DemoCommand(home, terminal).run(rest);
            default -> {
                terminal.say("Usage: ./dictamen run | import FILE | status | replicas | demo pause|resume");
                yield USAGE;
            }
        };
    }
}
