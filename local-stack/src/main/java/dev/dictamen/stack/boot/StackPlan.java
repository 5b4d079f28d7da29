package dev.dictamen.stack.boot;

import dev.dictamen.stack.boot.LocalStack.PlannedPart;
import dev.dictamen.stack.broker.BrokerAddress;
import dev.dictamen.stack.broker.LocalBroker;
import dev.dictamen.stack.database.Account;
import dev.dictamen.stack.database.DatabaseAddress;
import dev.dictamen.stack.database.DemoDatabase;
import dev.dictamen.stack.database.LocalDatabase;
import dev.dictamen.stack.demo.DemoSource;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.replicas.SimulatedReplicas;
import dev.dictamen.stack.services.ServiceAddresses;
import dev.dictamen.stack.services.ServiceEnvironment;
import dev.dictamen.stack.services.Services;
import dev.dictamen.stack.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which parts there are, where each listens, what waits for what, and the order of the stop. */
final class StackPlan {
    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;

    StackPlan(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
    }

    /**
     * A stack that was not started yet and the addresses of its run.
     *
     * @param demo the source that ingest-service follows; nothing when it follows another or none
     */
    record Planned(LocalStack stack, ServiceAddresses addresses, Optional<DemoSource> demo) {}

    Planned plan(Path project, Ports ports, RunOptions options, Secrets secrets, Map<String, String> given) {
        var broker = new BrokerAddress(settings.text("host"), ports.next(), ports.next());
        int databasePort = ports.next();
        var replicaPorts = Stream.generate(ports::next)
                .limit(settings.number("replicas.count"))
                .toList();
        var addresses = new Addresses(settings).of(broker.port(), databasePort, replicaPorts, ports, options.port());
        var database = database(databasePort, secrets);
        var demo = demo(database, options, given);
        var source = demo.map(DemoSource::asEnvironment).orElse(Map.of());
        var environment = new ServiceEnvironment(settings, home).of(addresses, secrets, source, given);
        var services = new Services(home, settings, project, addresses, environment, terminal);
        var stack = stack(
                new LocalBroker(home.kafka(), broker),
                new LocalDatabase(home, database, terminal),
                new SimulatedReplicas(settings, replicaPorts, home.state()),
                services);
        return new Planned(stack, addresses, demo);
    }

    /** A person's own chat database takes the demo's place. */
    private Optional<DemoSource> demo(DatabaseAddress database, RunOptions options, Map<String, String> given) {
        return options.demo() && !ServiceEnvironment.namesSource(given)
                ? Optional.of(new DemoSource(database.demo(), home.demoMapping()))
                : Optional.empty();
    }

    private DatabaseAddress database(int port, Secrets secrets) {
        return new DatabaseAddress(
                settings.text("host"),
                port,
                settings.address("database.url", port),
                new Account(settings.text("database.username"), secrets.get(Secrets.DATABASE_PASSWORD)),
                new DemoDatabase(
                        settings.address("demo.database.url", port),
                        new Account(settings.text("demo.database.writer"), secrets.get(Secrets.DEMO_PASSWORD)),
                        new Account(settings.text("demo.database.follower"), secrets.get(Secrets.FOLLOWER_PASSWORD))));
    }

    private LocalStack stack(
            LocalBroker broker, LocalDatabase database, SimulatedReplicas replicas, Services services) {
        var ingest = services.ingest();
        var worker = services.worker();
        var sink = services.sink();
        var gateway = services.gateway();
        var parts = List.of(
                new PlannedPart(broker, List.of()),
                new PlannedPart(database, List.of()),
                new PlannedPart(replicas, List.of()),
                new PlannedPart(gateway, List.of(broker, database)),
                new PlannedPart(sink, List.of(broker, database)),
                new PlannedPart(ingest, List.of(broker, database)),
                new PlannedPart(worker, List.of(broker, replicas)));
        var stopOrder = List.of(
                List.of(ingest, worker, sink, gateway),
                List.<Part>of(replicas),
                List.<Part>of(database),
                List.<Part>of(broker));
        return new LocalStack(parts, stopOrder, terminal);
    }
}
