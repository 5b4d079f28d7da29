package dev.dictamen.ingest.follow.offsets;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.KafkaOffsetBackingStore;
import org.apache.kafka.connect.util.TopicAdmin;
import org.jspecify.annotations.Nullable;

/**
 * Positions in a topic, as Kafka Connect keeps them; its admin client ends with it. (The one that an engine makes for Connect's own
 * class is left open by the engine's end: a thread and a connection more with each new engine.) An engine creates it by its name.
 */
public final class KafkaOffsets extends KafkaOffsetBackingStore {
    private static final String CLIENT = "source-offsets";

    private final AtomicReference<@Nullable TopicAdmin> admin;

    /** For the engine. */
    public KafkaOffsets() {
        this(new AtomicReference<>());
    }

    private KafkaOffsets(AtomicReference<@Nullable TopicAdmin> admin) {
        super(admin::get, () -> CLIENT, keys());
        this.admin = admin;
    }

    private static Converter keys() {
        var json = new JsonConverter();
        json.configure(Map.of("schemas.enable", "false"), true);
        return json;
    }

    @Override
    public void configure(WorkerConfig config) {
        var client = new HashMap<>(config.originals());
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT + "-admin");
        admin.set(new TopicAdmin(client));
        super.configure(config);
    }

    @Override
    public void stop() {
        super.stop();
        var used = admin.getAndSet(null);
        if (used != null) {
            used.close();
        }
    }
}
