package dev.dictamen.ingest.capture;

import java.io.IOException;

/** A request beyond the limits of {@link CaptureProperties}. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String reason) {
        super(reason);
    }
}
