package dev.dictamen.bench.rig;

import dev.dictamen.stack.broker.BrokerAddress;
import dev.dictamen.stack.broker.LocalBroker;
import dev.dictamen.testing.process.FreePort;
import dev.dictamen.testing.process.ServiceJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A broker of its own, and whatever a run starts on it; everything ends with it. */
public final class Rig implements AutoCloseable {
    private static final String HEAP = "-Xmx512m";

    private final BrokerAddress address = new BrokerAddress(Loopback.host(), FreePort.find(), FreePort.find());
    private final LocalBroker broker;
    private final List<AutoCloseable> started = new ArrayList<>();

    private Rig(Path folder) {
        this.broker = new LocalBroker(folder, address);
    }

    /** A fresh broker under {@code benchmarks/target}. */
    public static Rig start(Path project) throws IOException {
        var folder = project.resolve("benchmarks").resolve("target").resolve("broker");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var rig = new Rig(folder);
        rig.broker.start();
        return rig;
    }

    /** An eval-worker on these replicas; {@code settings} are keys of {@code .env.example}. */
    public ServiceJar worker(String id, Replicas replicas, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("WORKER_ID", id);
        environment.put("JUDGE_REPLICAS", replicas.addresses());
        return service("eval-worker", environment);
    }

    /** A result-sink; {@code settings} name its database. */
    public ServiceJar sink(Map<String, String> settings) {
        return service("result-sink", new HashMap<>(settings));
    }

    private ServiceJar service(String module, Map<String, String> environment) {
        environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers());
        var service = ServiceJar.start(module, environment, HEAP);
        started.add(service);
        return service;
    }

    /** Waits for services to be ready, and for the topics that they make. */
    public WorkerTopics topics(ServiceJar... services) {
        for (var service : services) {
            service.awaitReady();
        }
        var topics = new WorkerTopics(brokers());
        started.add(topics);
        return topics;
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
