package dev.dictamen.bench.rig;

import dev.dictamen.stack.broker.BrokerAddress;
import dev.dictamen.stack.broker.LocalBroker;
import dev.dictamen.testing.process.FreePort;
import dev.dictamen.testing.process.ServiceJar;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.util.FileSystemUtils;

/** A broker of its own, and whatever a run starts on it; everything ends with it. */
public final class Rig implements AutoCloseable {
    private final BrokerAddress address = new BrokerAddress(Loopback.host(), FreePort.find(), FreePort.find());
    private final Units units;
    private final List<String> jvm;
    private final Path folder;
    private final LocalBroker broker;
    private final List<AutoCloseable> started = new ArrayList<>();

    private Rig(Units units, List<String> jvm, Path folder) {
        this.units = units;
        this.jvm = jvm;
        this.folder = folder;
        this.broker = new LocalBroker(folder, address);
    }

    /**
     * A fresh broker under {@code benchmarks/target}.
     *
     * @param jvm options that follow those of the units, for every service
     */
    public static Rig start(Path project, String... jvm) throws IOException {
        var folder = project.resolve("benchmarks").resolve("target").resolve("broker");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var rig = new Rig(new Units(project), List.of(jvm), folder);
        rig.broker.start();
        return rig;
    }

    /** An eval-worker on these replicas; {@code settings} are keys of {@code .env.example}. */
    public ServiceJar worker(String id, Replicas replicas, Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("WORKER_ID", id);
        environment.put("JUDGE_REPLICAS", replicas.addresses());
        return service("eval-worker", environment);
    }

    /** A result-sink; {@code settings} name its database. */
    public ServiceJar sink(Map<String, String> settings) throws IOException {
        return service("result-sink", new HashMap<>(settings));
    }

    /** An ingest-service that is ready, its state in a fresh folder. */
    public IngestApi ingest() throws IOException, URISyntaxException {
        return ingest(Map.of());
    }

    /** The same with more settings, keys of {@code .env.example}. */
    public IngestApi ingest(Map<String, String> more) throws IOException, URISyntaxException {
        int port = FreePort.find();
        var settings = new HashMap<>(Map.of(
                "INGEST_PORT", Integer.toString(port),
                "INGEST_BIND_ADDRESS", Loopback.host(),
                "INGEST_API_KEY", IngestApi.KEY,
                "INGEST_STATE_DIR", folder.resolve("ingest").toString()));
        settings.putAll(more);
        var api = new IngestApi(service("ingest-service", settings).awaitReady(), port);
        started.add(api);
        return api;
    }

    /** How many records a topic has taken so far. */
    public long recordsOf(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
            var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            last -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    /** The pauses of a module's collector, from now on. */
    public GcPauses pausesOf(String module) throws IOException {
        return GcPauses.in(pauses(module));
    }

    /** What a service, one of its module, keeps on its heap. */
    public LiveHeap heapOf(String module, ServiceJar service) {
        return new LiveHeap(service.pid(), pauses(module));
    }

    private Path pauses(String module) {
        return folder.resolve(module + "-gc.log");
    }

    private ServiceJar service(String module, Map<String, String> environment) throws IOException {
        environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers());
        var options = new ArrayList<>(List.of(units.jvmOf(module).split(" ")));
        options.addAll(jvm);
        options.add("-Xlog:gc:file=" + pauses(module));
        var service = ServiceJar.start(module, environment, options.toArray(String[]::new));
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

    public String brokers() {
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
