package dev.dictamen.stack.services;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports and addresses of one run, by their {@code .env} keys. */
public record ServiceAddresses(Map<String, String> values) {
    public ServiceAddresses {
        values = new LinkedHashMap<>(values);
    }

    /** The port that a key holds. */
    public int port(String key) {
        return Integer.parseInt(values.getOrDefault(key, "0"));
    }
}
