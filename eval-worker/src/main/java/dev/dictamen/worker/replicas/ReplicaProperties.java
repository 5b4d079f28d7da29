package dev.dictamen.worker.replicas;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The model servers, and how much each is sent.
 *
 * @param replicas base addresses, from {@code JUDGE_REPLICAS} (comma separated); none only where no model judges
 * @param maxInFlightPerReplica most calls of this worker under way on one replica
 * @param bulk how far bulk work makes way for live chats
 * @param stallAfter a replica that has calls under way and finishes none, nor generates a token, for this long is left alone
 * @param slowStart how long the cap of a replica that comes back grows until it is whole
 */
@Validated
@ConfigurationProperties("vllm")
public record ReplicaProperties(
        @DefaultValue List<URI> replicas,
        @DefaultValue("64") @Min(1) @Max(4096) int maxInFlightPerReplica,

        @DefaultValue @Valid Bulk bulk,
        @DefaultValue("10s") Duration stallAfter,
        @DefaultValue("10s") Duration slowStart) {
    /**
     * How far bulk work makes way for live chats.
     *
     * @param share of each replica that it may hold, 0 to 1
     * @param slowdown by how much of their time it may slow live calls down: beside them it holds less than its share
     * @param pauseAfter it is given no permit while a live chat waits for its verdict longer than this
     */
    public record Bulk(
            @DefaultValue("0.7") @DecimalMin("0.01") @DecimalMax("1.0")
            double share,

            @DefaultValue("0.1") @DecimalMin("0.01") @DecimalMax("10.0")
            double slowdown,

            @DefaultValue("15s") Duration pauseAfter) {}

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public ReplicaProperties {
        replicas = List.copyOf(replicas);
        for (var replica : replicas) {
            if (replica.getHost() == null || !SCHEMES.contains(String.valueOf(replica.getScheme()))) {
                throw new IllegalArgumentException("JUDGE_REPLICAS: not an http(s) address: " + replica);
            }
        }
        if (Set.copyOf(replicas).size() < replicas.size()) {
            throw new IllegalArgumentException("JUDGE_REPLICAS: an address is named twice");
        }
    }

    /** How much of a replica's cap bulk work may hold: at least one permit. */
    int bulkCap(int cap) {
        return Math.max(1, (int) (cap * bulk.share));
    }
}
