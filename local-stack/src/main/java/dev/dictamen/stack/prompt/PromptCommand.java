package dev.dictamen.stack.prompt;

import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Output;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./dictamen prompt}: the versions of the words that the judge is asked with. {@code add} is a command of its own. */
@Command(
        name = "prompt",
        description =
                "The versions of the words that the judge is asked with. A version never changes; replays try one out.",
        exitCodeList = {
            "0:done",
            "1:the stack is not usable, or the gateway refuses",
            "2:wrong arguments, an unknown version, a file that cannot be read"
        })
public final class PromptCommand {
    private final GatewayCommand gateway;
    private final Terminal terminal;

    private PromptCommand(GatewayCommand gateway, Terminal terminal) {
        this.gateway = gateway;
        this.terminal = terminal;
    }

    /** With all its commands. */
    public static CommandLine of(Home home, StackSettings settings, Terminal terminal) {
        var gateway = new GatewayCommand(home, settings, terminal);
        return new CommandLine(new PromptCommand(gateway, terminal))
                .addSubcommand(new AddPromptCommand(gateway, terminal));
    }

    /** What is asked of the gateway's prompts. */
    private interface Question {
        JsonNode ask(Prompts prompts) throws IOException, InterruptedException;
    }

    /** How its answer is told to a person. */
    private interface Telling {
        List<String> lines(JsonNode answer);
    }

    @Command(description = "Each version, newest first, and which one live chats are asked with.")
    int list(@Mixin Output output) throws IOException, InterruptedException {
        return run(output.format(), Prompts::all, PromptText::list);
    }

    @Command(description = "What a version says.")
    int show(
            @Parameters(paramLabel = "VERSION", description = "one of those that are listed") String version,
            @Mixin Output output)
            throws IOException, InterruptedException {
        return run(output.format(), prompts -> prompts.find(version), PromptText::one);
    }

    @Command(description = "Live chats are asked as they were before the last change.")
    int previous(@Mixin Output output) throws IOException, InterruptedException {
        return run(output.format(), Prompts::previous, PromptText::live);
    }

    private int run(OutputFormat format, Question question, Telling telling) throws IOException, InterruptedException {
        return gateway.run("gateway.prompts", format, (client, address) -> {
            var answer = question.ask(new Prompts(client, address));
            if (format.isJson()) {
                terminal.say(answer.toString());
            } else {
                telling.lines(answer).forEach(terminal::say);
            }
            return ExitCode.DONE;
        });
    }
}
