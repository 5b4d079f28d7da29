package dev.dictamen.stack.status;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the commands that ask the gateway have in common: where it is, and what they say when it is away or refuses, which is
 * JSON where JSON was asked for.
 */
final class GatewayCommand {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Home home;
    private final Terminal terminal;
    private final RunningAddresses addresses;

    GatewayCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.addresses = new RunningAddresses(home, settings);
    }

    /** What is asked of a gateway that runs. @see GatewayCommand#run */
    interface Question {
        /** Returns the command's exit code. */
        int ask(GatewayClient gateway, URI address) throws IOException, InterruptedException;
    }

    /** Asks at this address of the settings, with the token that the stack made for itself; returns the exit code. */
    int run(String address, OutputFormat format, Question question) throws IOException, InterruptedException {
        var found = addresses.find(address, "GATEWAY_PORT");
        if (found.isEmpty()) {
            return failed(terminal, RunningAddresses.NOT_RUNNING, format);
        }
        try {
            return question.ask(GatewayClient.of(home), found.get());
        } catch (IOException away) {
            return failed(terminal, "The gateway does not answer; see logs/api-gateway.log", format);
        }
    }

    /** Says what the gateway said against it. */
    static int refused(Terminal terminal, HttpResponse<String> answer, OutputFormat format) {
        var detail = detail(answer.body());
        var sentence = detail.isEmpty()
                ? "The gateway answered " + answer.statusCode() + "; see logs/api-gateway.log"
                : "The gateway refused: " + detail;
        return failed(terminal, sentence, format);
    }

    private static int failed(Terminal terminal, String sentence, OutputFormat format) {
        terminal.say(format.isJson() ? JSON.writeValueAsString(Map.of("error", sentence)) : sentence);
        return ExitCode.FAILED;
    }

    private static String detail(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
