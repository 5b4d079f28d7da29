package dev.dictamen.bench.rig;

import dev.dictamen.contract.Topics;
import dev.dictamen.stack.broker.BrokerAddress;
import dev.dictamen.stack.broker.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** A broker of its own, and whatever a run starts on it; everything ends with it. */
public final class Rig implements AutoCloseable {
    private final Path project;
    private final Path folder;
    private final BrokerAddress address;
    private final LocalBroker broker;
    private final Topics topics = topics();
    private final List<AutoCloseable> started = new ArrayList<>();

    private Rig(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
        this.address = new BrokerAddress(Loopback.host(), Loopback.freePort(), Loopback.freePort());
        this.broker = new LocalBroker(folder.resolve("broker"), address);
    }

    /** A fresh broker under {@code benchmarks/target}. */
    public static Rig start(Path project) throws IOException {
        var folder = project.resolve("benchmarks").resolve("target").resolve("rig");
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(folder);
        var rig = new Rig(project, folder);
        rig.broker.start();
        return rig;
    }

    private static Topics topics() {
        try {
            var sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("topics", new ClassPathResource("topics.yml"))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("topics", Topics.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An eval-worker on these replicas; {@code settings} are keys of {@code .env.example}. */
    public ServiceProcess worker(String id, Replicas replicas, Map<String, String> settings) {
        var environment = environment("WORKER_MANAGEMENT_PORT");
        environment.put("WORKER_ID", id);
        environment.put("JUDGE_REPLICAS", replicas.addresses());
        environment.putAll(settings);
        return service("eval-worker", environment, "WORKER_MANAGEMENT_PORT");
    }

    /** A result-sink; {@code settings} name its database. */
    public ServiceProcess sink(Map<String, String> settings) {
        var environment = environment("SINK_MANAGEMENT_PORT");
        environment.putAll(settings);
        return service("result-sink", environment, "SINK_MANAGEMENT_PORT");
    }

    private Map<String, String> environment(String portKey) {
        return new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers(),
                "KAFKA_REPLICATION_FACTOR",
                "1",
                "MANAGEMENT_ADDRESS",
                Loopback.host(),
                portKey,
                Integer.toString(Loopback.freePort())));
    }

    private ServiceProcess service(String module, Map<String, String> environment, String portKey) {
        var service = ServiceProcess.start(project, module, folder, environment, portKey);
        started.add(service);
        return service;
    }

    /** Waits for services to be ready, and for the topics that they make. */
    public Topic topic(ServiceProcess... services) throws InterruptedException, TimeoutException {
        for (var service : services) {
            service.awaitReady();
        }
        var topic = new Topic(brokers(), topics);
        started.add(topic);
        topic.begin();
        return topic;
    }

    private String brokers() {
        return address.host() + ":" + address.port();
    }

    @Override
    public void close() throws Exception {
        for (var part : started.reversed()) {
            part.close();
        }
        broker.stop();
    }
}
