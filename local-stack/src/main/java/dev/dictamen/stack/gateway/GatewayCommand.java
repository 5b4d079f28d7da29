package dev.dictamen.stack.gateway;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the commands that ask the gateway have in common: where it is, and what they say when it is away or refuses, which is
 * JSON where JSON was asked for.
 */
public final class GatewayCommand {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Home home;
    private final Terminal terminal;
    private final RunningAddresses addresses;

    public GatewayCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.addresses = new RunningAddresses(home, settings);
    }

    /** What is asked of a gateway that runs. @see GatewayCommand#run */
    public interface Question {
        /** Returns the command's exit code. @throws RefusedException when the gateway does not do it */
        int ask(GatewayClient gateway, URI address) throws IOException, InterruptedException;
    }

    /** Asks at this address of the settings, with the token that the stack made for itself; returns the exit code. */
    public int run(String address, OutputFormat format, Question question) throws IOException, InterruptedException {
        var found = addresses.find(address, "GATEWAY_PORT");
        if (found.isEmpty()) {
            return failed(terminal, RunningAddresses.NOT_RUNNING, format);
        }
        try {
            return question.ask(GatewayClient.of(home), found.get());
        } catch (RefusedException refusal) {
            return refused(terminal, refusal, format);
        } catch (IOException away) {
            return failed(terminal, "The gateway does not answer; see logs/api-gateway.log", format);
        }
    }

    private static int refused(Terminal terminal, RefusedException refusal, OutputFormat format) {
        failed(terminal, refusal.sentence(), format);
        return refusal.isMisuse() ? ExitCode.MISUSED : ExitCode.FAILED;
    }

    /** Says why it cannot be; returns the exit code. */
    public static int failed(Terminal terminal, String sentence, OutputFormat format) {
        terminal.say(format.isJson() ? JSON.writeValueAsString(Map.of("error", sentence)) : sentence);
        return ExitCode.FAILED;
    }
}
