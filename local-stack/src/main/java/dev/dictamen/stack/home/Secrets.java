package dev.dictamen.stack.home;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stack's own keys and passwords, generated once into {@code secrets.env}. The first user's password leaves the file
 * when it has been shown.
 */
public final class Secrets {
    public static final String PASSWORD = "GATEWAY_BOOTSTRAP_PASSWORD";
    public static final String USERNAME = "GATEWAY_BOOTSTRAP_USERNAME";
    public static final String OPERATOR_TOKEN = "GATEWAY_OPERATOR_TOKEN";
    public static final String INGEST_KEY = "INGEST_API_KEY";
    public static final String DATABASE_PASSWORD = "DATABASE_PASSWORD";
    public static final String DEMO_PASSWORD = "DEMO_DATABASE_PASSWORD";
    public static final String FOLLOWER_PASSWORD = "DEMO_FOLLOWER_PASSWORD";
    private static final String SHOWN = "PASSWORD_SHOWN";
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final EnvFile file;
    private final Map<String, String> values;
    private final SecureRandom random = new SecureRandom();

    private Secrets(EnvFile file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** The home's secrets, generated where they are missing; what {@code given} holds of the first user wins. */
    public static Secrets load(Home home, Map<String, String> given) throws IOException {
        var file = new EnvFile(home.secretsFile());
        var secrets = new Secrets(file, new LinkedHashMap<>(file.read()));
        secrets.fill();
        file.write(secrets.values);
        for (var key : new String[] {USERNAME, PASSWORD}) {
            if (!given.getOrDefault(key, "").isEmpty()) {
                secrets.values.put(key, given.get(key));
            }
        }
        return secrets;
    }

    private void fill() {
        generate(INGEST_KEY, () -> token(24));
        generate(DATABASE_PASSWORD, () -> token(24));
        generate(DEMO_PASSWORD, () -> token(24));
        generate(FOLLOWER_PASSWORD, () -> token(24));
        generate(OPERATOR_TOKEN, () -> token(32));
        generate("GATEWAY_KEY_ENCRYPTION_KEY", () -> Base64.getEncoder().encodeToString(bytes(32)));
        generate(USERNAME, () -> "admin");
        if (!values.containsKey(SHOWN)) {
            generate(PASSWORD, this::password);
        }
    }

    private void generate(String key, Supplier<String> value) {
        values.computeIfAbsent(key, missing -> value.get());
    }

    /** What the services get: all but the demo's, which belong to nobody's settings. */
    public Map<String, String> asEnvironment() {
        var environment = new LinkedHashMap<>(values);
        List.of(SHOWN, DEMO_PASSWORD, FOLLOWER_PASSWORD).forEach(environment::remove);
        return environment;
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** Takes the first user's password out of the file: it has been shown, and is kept hashed by the gateway. */
    public void forgetPassword() throws IOException {
        var kept = new LinkedHashMap<>(file.read());
        kept.remove(PASSWORD);
        kept.put(SHOWN, "yes");
        file.write(kept);
    }

    private String token(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
    }

    /** Four groups of five letters and digits without look-alikes: 100 bits that a person can type. */
    private String password() {
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
