package dev.dictamen.stack.replay;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.gateway.GatewayClient;
import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.prompt.Prompts;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Output;
import dev.dictamen.stack.terminal.OutputFormat;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** {@code ./dictamen replay create}: orders a replay, shows its quote, and starts it when that is agreed to. */
@Command(
        name = "create",
        sortOptions = false,
        description = {
            "Orders a replay: which chats, and how they are asked. Shows what it would do and cost, then asks whether to start.",
            "With --yes it starts without a question and prints {\"id\":\"…\"} alone on standard output."
        },
        exitCodeList = {
            "0:started, declined, or nothing to run",
            "1:the stack is not usable, or the gateway refuses",
            "2:wrong arguments, a file that cannot be read",
            "3:not started: nobody was there to agree, or no quote came"
        })
final class CreateCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private AskOptions ask = new AskOptions();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "compare (as it is without this): the verdicts stand beside the live ones; replace: they become the current ones.")
    private Mode mode = Mode.COMPARE;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = RateArgument.class,
            description = "At most so many chats a second; else as fast as bulk may.")
    private RateArgument.Rate rate = RateArgument.Rate.UNLIMITED;

    @Option(names = "--name", paramLabel = "TEXT", description = "What people call it.")
    private @Nullable String name;

    @Option(names = "--yes", description = "Starts it, whatever the quote says.")
    private boolean yes;

    @Mixin
    private Output output = new Output();

    /** What becomes of the verdicts. */
    private enum Mode {
        COMPARE,
        REPLACE
    }

    CreateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec != null && selection.isBackwards()) {
            throw new ParameterException(spec.commandLine(), "--from is not before --to");
        }
        var answers = surroundings.dialogue().answers();
        var format = yes ? OutputFormat.JSON : output.format();
        try {
            Optional<ChatFile> file = read();
            return surroundings
                    .gateway(answers)
                    .run("gateway.replays", format, (client, address) -> order(client, address, file, format));
        } catch (FileRefusedException e) {
            GatewayCommand.failed(answers, e.sentence(), format);
            return ExitCode.MISUSED;
        }
    }

    private Optional<ChatFile> read() throws IOException {
        var path = selection.file();
        return path.isEmpty() ? Optional.empty() : Optional.of(ChatFile.read(path.get()));
    }

    private int order(GatewayClient client, URI address, Optional<ChatFile> file, OutputFormat format)
            throws IOException, InterruptedException {
        var replays = new Replays(client, address);
        var live = live(client, address);
        if (ask.isAsLive() && live.isEmpty()) {
            var sentence = "No prompt is live yet; name one with --prompt, ./dictamen prompt list shows them";
            return GatewayCommand.failed(surroundings.dialogue().answers(), sentence, format);
        }
        List<String> chatIds = file.isEmpty()
                ? List.of()
                : file.get().chatIds(replays, surroundings.dialogue().notices());
        var created = replays.create(body(live.orElse(MissingNode.getInstance()), chatIds));
        return surroundings.start(replays).run(ReplayText.text(created, "id"), yes, format);
    }

    private Optional<JsonNode> live(GatewayClient client, URI address) throws IOException, InterruptedException {
        return ask.isAsLive() ? new Prompts(client, address.resolve("prompts")).liveAsk() : Optional.empty();
    }

    private JsonNode body(JsonNode live, List<String> chatIds) {
        var order = JSON.createObjectNode();
        if (name != null) {
            order.put("name", name);
        }
        order.set("selection", selection.json(chatIds));
        order.set("ask", ask.json(live));
        order.put("mode", mode.name().toLowerCase(Locale.ROOT));
        if (rate.perSecond() != null) {
            order.put("ratePerSecond", rate.perSecond());
        }
        return order;
    }
}
