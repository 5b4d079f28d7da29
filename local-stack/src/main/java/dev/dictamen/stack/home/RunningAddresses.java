package dev.dictamen.stack.home;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the running stack listens, as it said itself in {@code stack.env}; nothing while no stack is usable. */
public final class RunningAddresses {
    /** What a command says when there is no running stack. */
    public static final String NOT_RUNNING = "The local stack is not running here; start it with ./dictamen run";

    private final Home home;
    private final StackSettings settings;

    public RunningAddresses(Home home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    /** The address {@code key} of the settings at the port that the running stack gave to {@code portKey}. */
    public Optional<URI> find(String key, String portKey) throws IOException {
        var port = read().get(portKey);
        return port == null ? Optional.empty() : Optional.of(settings.uri(key, Integer.parseInt(port)));
    }

    private Map<String, String> read() throws IOException {
        return HomeLock.isHeld(home) ? new EnvFile(home.addressesFile()).read() : Map.of();
    }
}
