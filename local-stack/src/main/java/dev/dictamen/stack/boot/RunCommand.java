package dev.dictamen.stack.boot;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Terminal;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ./dictamen run}: what can be asked of it; {@link StackRun} does it. */
@Command(
        name = "run",
        description = "Starts everything on this machine; Ctrl-C stops it, a second one ends it at once.",
        exitCodeList = {"0:stopped as asked", "1:a part did not start", "2:wrong arguments", "130:ended at once"})
public final class RunCommand implements Callable<Integer> {
    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;
    private final Clock clock;

    @Option(names = "--no-demo", description = "without the sample chats")
    private boolean noDemo;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "where the dashboard listens; ${DEFAULT-VALUE} when not given")
    private int port;

    public RunCommand(Home home, StackSettings settings, Terminal terminal, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
        this.port = settings.number("gateway.port");
    }

    @Override
    public Integer call() throws Exception {
        return new StackRun(home, settings, terminal, clock).run(new RunOptions(!noDemo, port));
    }

    /** A port from its digits. */
    static final class Port implements ITypeConverter<Integer> {
        private static final int HIGHEST = 65535;

        @Override
        public Integer convert(String text) {
            int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
            if (port == 0 || port > HIGHEST) {
                throw new TypeConversionException("'" + text + "' is not a port from 1 to " + HIGHEST);
            }
            return port;
        }
    }
}
