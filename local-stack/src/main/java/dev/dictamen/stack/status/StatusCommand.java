package dev.dictamen.stack.status;

import dev.dictamen.stack.gateway.GatewayClient;
import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dictamen status}: where every chat is. */
@Command(
        name = "status",
        description = "The ledger of all chats, the objective, lag per topic, replicas and sources.",
        exitCodeList = {"0:the stack is usable", "1:it is not", "2:wrong arguments"})
public final class StatusCommand implements Callable<Integer> {
    private final GatewayCommand gateway;
    private final Terminal terminal;

    @Option(names = "-o", paramLabel = "FORMAT", description = "json, for programs")
    private OutputFormat format = OutputFormat.TEXT;

    public StatusCommand(Home home, StackSettings settings, Terminal terminal) {
        this.gateway = new GatewayCommand(home, settings, terminal);
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return gateway.run("gateway.status", format, this::show);
    }

    private int show(GatewayClient client, URI address) throws IOException, InterruptedException {
        var status = client.get(address);
        if (format.isJson()) {
            terminal.say(status.toString());
        } else {
            StatusTable.of(status).forEach(terminal::say);
        }
        return ExitCode.DONE;
    }
}
