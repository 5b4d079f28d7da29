package dev.dictamen.ingest.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that senders must show, compared in constant time. */
@Component
public class ApiKey {
    private final byte[] expected;

    ApiKey(CaptureProperties properties) {
        expected = properties.apiKey().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether that is the key; null is none. */
    public boolean matches(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8));
    }
}
