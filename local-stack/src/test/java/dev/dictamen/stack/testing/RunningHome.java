package dev.dictamen.stack.testing;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.HomeLock;
import dev.dictamen.stack.home.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A home whose stack runs, as far as a command can tell: its gateway is the test's. */
public final class RunningHome implements AutoCloseable {
    private final Home home;
    private final HomeLock lock;

    /** @param token that the commands find in it */
    public RunningHome(Path folder, URI gateway, String token) throws IOException {
        home = new Home(folder);
        home.create();
        lock = HomeLock.tryTake(home).orElseThrow();
        new EnvFile(home.secretsFile()).write(Map.of(Secrets.OPERATOR_TOKEN, token));
        new EnvFile(home.addressesFile()).write(Map.of("GATEWAY_PORT", Integer.toString(gateway.getPort())));
    }

    public Home home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
