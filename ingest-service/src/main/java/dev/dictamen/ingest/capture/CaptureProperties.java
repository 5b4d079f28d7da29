package dev.dictamen.ingest.capture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The API that takes chats.
 *
 * @param apiKey what senders give in {@code X-Api-Key}; at least 16 characters
 * @param maxBody longest request body
 * @param maxLines most lines with content in one body; bounds the list of rejections
 * @param windowChats most chats of one request that wait for the broker's acknowledgement
 * @param maxUploads most bodies of lines read at once; further senders wait their turn
 * @param readTimeout a sender that stays silent for longer is given up
 */
@Validated
@ConfigurationProperties("capture")
record CaptureProperties(
        @NotNull @Size(min = 16) String apiKey,
        @DefaultValue("32MB") @NotNull DataSize maxBody,
        @DefaultValue("50000") @Min(1) @Max(1_000_000) int maxLines,
        @DefaultValue("256") @Min(1) @Max(10_000) int windowChats,
        @DefaultValue("8") @Min(1) @Max(1000) int maxUploads,
        @DefaultValue("60s") @NotNull Duration readTimeout) {
    @Override
    public String toString() {
        return "CaptureProperties[maxBody=" + maxBody + ", maxLines=" + maxLines + ", windowChats=" + windowChats + "]";
    }
}
