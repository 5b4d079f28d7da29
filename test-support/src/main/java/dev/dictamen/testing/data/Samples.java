package dev.dictamen.testing.data;

import dev.dictamen.contract.Event;
import dev.dictamen.kafka.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The contract's golden samples. */
public final class Samples {
    private Samples() {}

    /** The text of {@code samples/<name>.json}. */
    public static String json(String name) {
        try (var in = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample as a record of the contract. */
    public static <T extends Event> T read(String name, Class<T> type) {
        return ContractJson.mapper().readValue(json(name), type);
    }
}
