package dev.dictamen.stack.broker;

import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.parts.PartFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A single KRaft node that is broker and controller at once, inside this process. What it acknowledged is on disk and
 * survives a kill; its ports may change from run to run.
 */
public final class LocalBroker implements Part {
    private final Path folder;
    private final BrokerAddress address;
    private @Nullable KafkaRaftServer server;

    public LocalBroker(Path folder, BrokerAddress address) {
        this.folder = folder;
        this.address = address;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public synchronized void start() {
        try {
            formatOnce();
            var started = new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.of(folder, address)), Time.SYSTEM);
            server = started;
            started.startup();
        } catch (Exception e) {
            throw new PartFailedException(name(), rootMessage(e), "read logs/stack.log, then start again", e);
        }
    }

    private void formatOnce() throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException || root.getMessage() != null
                ? String.valueOf(root.getMessage())
                : root.toString();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Nothing to do: it lives and dies with this process. */
    @Override
    public void kill() {}
}
