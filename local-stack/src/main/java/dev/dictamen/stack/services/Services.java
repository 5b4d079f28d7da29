package dev.dictamen.stack.services;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.parts.ChildPart;
import dev.dictamen.stack.parts.Launch;
import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.terminal.Terminal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The four services as child processes, each with the environment that production would give it. */
public final class Services {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Home home;
    private final StackSettings settings;
    private final ServiceJars jars;
    private final ServiceAddresses addresses;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public Services(
            Home home,
            StackSettings settings,
            Path project,
            ServiceAddresses addresses,
            Map<String, String> environment,
            Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.jars = new ServiceJars(project);
        this.addresses = addresses;
        this.environment = environment;
        this.terminal = terminal;
    }

    public Part ingest() {
        return part(Service.INGEST);
    }

    public Part worker() {
        return part(Service.WORKER);
    }

    public Part sink() {
        return part(Service.SINK);
    }

    public Part gateway() {
        return part(Service.GATEWAY);
    }

    private Part part(Service service) {
        var health = settings.uri("service.health", addresses.port(service.portKey()));
        return new ChildPart(launch(service), mark(), new HealthProbe(client, health), terminal);
    }

    private Launch launch(Service service) {
        var module = service.module();
        var files = new Launch.Files(home.state().resolve(module), home.log(module), home.pidFile(module));
        return new Launch(
                module,
                command(module),
                environment,
                files,
                settings.millis("service.ready-within-ms"),
                settings.millis("service.stop-within-ms"));
    }

    private List<String> command(String module) {
        var command = new ArrayList<>(List.of(JAVA, mark()));
        command.addAll(settings.words("java.flags"));
        command.add(settings.text("java.heap"));
        command.addAll(jars.arguments(module));
        return command;
    }

    private String mark() {
        return "-D%s=%s".formatted(Home.PROPERTY, home.folder());
    }
}
