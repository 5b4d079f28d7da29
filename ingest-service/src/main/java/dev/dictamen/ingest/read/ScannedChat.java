package dev.dictamen.ingest.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chat table as a scan passes it.
 *
 * @param isClosed whether it is a closed chat that may be published
 * @param changedAt when its row says it last changed; null where it does not say
 */
public record ScannedChat(
        String key, boolean isClosed, @Nullable Instant changedAt) {}
