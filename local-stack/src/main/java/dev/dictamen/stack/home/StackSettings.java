package dev.dictamen.stack.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Hosts, paths, sizes and times of the local stack, from {@code local-stack.properties}. */
public final class StackSettings {
    private static final String FILE = "/local-stack.properties";

    private final Properties properties;

    private StackSettings(Properties properties) {
        this.properties = properties;
    }

    /** The settings that the jar carries. */
    public static StackSettings load() throws IOException {
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(StackSettings.class.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new StackSettings(properties);
    }

    /** The value of a key. @throws IllegalArgumentException that names the key when it has none */
    public String text(String key) {
        var value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(FILE + " has no " + key);
        }
        return value.strip();
    }

    public int number(String key) {
        return Integer.parseInt(text(key));
    }

    /** Milliseconds as a duration. */
    public Duration millis(String key) {
        return Duration.ofMillis(Long.parseLong(text(key)));
    }

    /** Words separated by blanks. */
    public List<String> words(String key) {
        return List.of(text(key).split("\\s+"));
    }

    /** An address with this host and port in their places. */
    public String address(String key, int port) {
        return text(key).replace("{host}", text("host")).replace("{port}", Integer.toString(port));
    }

    public URI uri(String key, int port) {
        return URI.create(address(key, port));
    }
}
