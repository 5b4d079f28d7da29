package dev.dictamen.stack.status;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dictamen status [-o json]}. Ends with 1 while the stack is not usable. */
public final class StatusCommand {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Home home;
    private final Terminal terminal;
    private final RunningAddresses addresses;

    public StatusCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.addresses = new RunningAddresses(home, settings);
    }

    public int run(List<String> arguments) throws IOException, InterruptedException {
        boolean json = arguments.equals(List.of("-o", "json"));
        if (!json && !arguments.isEmpty()) {
            terminal.say("Usage: ./dictamen status [-o json]");
            return 2;
        }
        var address = addresses.find("gateway.status", "GATEWAY_PORT");
        if (address.isEmpty()) {
            return unusable(json, RunningAddresses.NOT_RUNNING);
        }
        try {
            return show(address.get(), json);
        } catch (IOException away) {
            return unusable(json, "The gateway does not answer; see logs/api-gateway.log");
        }
    }

    private int show(URI address, boolean json) throws IOException, InterruptedException {
        var response = GatewayClient.of(home).get(address);
        if (response.statusCode() != 200) {
            return unusable(json, "The gateway answered " + response.statusCode() + "; see logs/api-gateway.log");
        }
        print(JSON.readTree(response.body()), json);
        return 0;
    }

    private void print(JsonNode status, boolean json) {
        if (json) {
            terminal.say(JSON.writeValueAsString(status));
        } else {
            StatusTable.of(status).forEach(terminal::say);
        }
    }

    private int unusable(boolean json, String sentence) {
        terminal.say(json ? JSON.writeValueAsString(Map.of("error", sentence)) : sentence);
        return 1;
    }
}
