package dev.dictamen.kafka;

import java.time.Instant;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one JSON dialect of the contract: ISO-8601 times, unknown fields ignored, no type names trusted from the wire. */
public final class ContractJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new UtcTimes()))
            .build();

    private ContractJson() {}

    /** The shared mapper; safe for all threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
