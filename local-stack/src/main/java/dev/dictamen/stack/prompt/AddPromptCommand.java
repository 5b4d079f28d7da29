package dev.dictamen.stack.prompt;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Output;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./dictamen prompt add}: publishes a version from text files; what is not given is as in the live version. */
@Command(
        name = "add",
        sortOptions = false,
        description = "Publishes a version. Live chats are not asked with it before a replay with it is promoted.",
        exitCodeList = {
            "0:published, or the same was there already",
            "1:the stack is not usable, or that version says something else",
            "2:wrong arguments, a file that cannot be read"
        })
final class AddPromptCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GatewayCommand gateway;
    private final Terminal terminal;

    @Parameters(paramLabel = "VERSION", description = "its name: letters, digits, . _ -")
    private String version = "";

    @Option(
            names = "--instructions",
            required = true,
            paramLabel = "FILE",
            description = "The system message, without the schema.")
    private Path instructions = Path.of("");

    @Option(
            names = "--task",
            required = true,
            paramLabel = "FILE",
            description = "The message with the chat; holds {delimiter} and {chat}.")
    private Path task = Path.of("");

    @Option(
            names = "--repair",
            required = true,
            paramLabel = "FILE",
            description = "The request for a better answer; holds {errors}.")
    private Path repair = Path.of("");

    @Option(names = "--schema", paramLabel = "FILE", description = "JSON schema of an answer.")
    private @Nullable Path schema;

    @Option(names = "--temperature", paramLabel = "X", description = "0 to 2.")
    private @Nullable Double temperature;

    @Option(names = "--seed", paramLabel = "N", description = "Same seed, same draw, as far as the server can.")
    private @Nullable Integer seed;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of an answer: 200 to 8000.")
    private @Nullable Integer maxTokens;

    @Mixin
    private Output output = new Output();

    AddPromptCommand(GatewayCommand gateway, Terminal terminal) {
        this.gateway = gateway;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            var body = read();
            return gateway.run("gateway.prompts", output.format(), (client, address) -> {
                var prompts = new Prompts(client, address);
                var added = prompts.add(withParameters(body, prompts));
                if (output.format().isJson()) {
                    terminal.say(added.toString());
                } else {
                    PromptText.added(added).forEach(terminal::say);
                }
                return ExitCode.DONE;
            });
        } catch (FileRefusedException e) {
            GatewayCommand.failed(terminal, e.sentence(), output.format());
            return ExitCode.MISUSED;
        }
    }

    private ObjectNode read() throws IOException {
        var body = JSON.createObjectNode().put("version", version);
        body.putObject("texts")
                .put("instructions", text(instructions))
                .put("task", text(task).strip())
                .put("repair", text(repair).strip());
        if (schema != null) {
            body.put("schema", text(schema).strip());
        }
        return body;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file).replace("\r", "");
        } catch (NoSuchFileException e) {
            throw new FileRefusedException("There is no file " + file);
        } catch (CharacterCodingException e) {
            throw new FileRefusedException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new FileRefusedException(file + " cannot be read: a folder, or not this user's to read");
        }
    }

    /** Parameters travel together, so those that are not given are looked up. */
    private JsonNode withParameters(ObjectNode body, Prompts prompts) throws IOException, InterruptedException {
        if (temperature == null && seed == null && maxTokens == null) {
            return body;
        }
        var parameters = prompts.liveParameters();
        if (temperature != null) {
            parameters.put("temperature", temperature);
        }
        if (seed != null) {
            parameters.put("seed", seed);
        }
        if (maxTokens != null) {
            parameters.put("maxTokens", maxTokens);
        }
        return body.set("parameters", parameters);
    }
}
