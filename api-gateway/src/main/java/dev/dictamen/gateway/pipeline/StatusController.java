package dev.dictamen.gateway.pipeline;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.gateway.history.Ledger;
import dev.dictamen.gateway.history.LedgerRepository;
import dev.dictamen.gateway.security.Reader;
import java.time.Duration;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}. Lags are at most a second old, however many ask. */
@RestController
class StatusController {
    private final LedgerRepository ledger;
    private final StatusBoard<ReplicaStatus> replicas;
    private final StatusBoard<SourceStatus> sources;
    private final SloWatch slo;
    private final LoadingCache<Boolean, List<KafkaLag.Lag>> lags;

    StatusController(
            LedgerRepository ledger,
            StatusBoard<ReplicaStatus> replicas,
            StatusBoard<SourceStatus> sources,
            SloWatch slo,
            KafkaLag lag) {
        this.ledger = ledger;
        this.replicas = replicas;
        this.sources = sources;
        this.slo = slo;
        this.lags =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(all -> lag.now());
    }

    record Status(
            Ledger ledger,
            Slo slo,
            List<KafkaLag.Lag> topics,
            List<ReplicaStatus> replicas,
            List<SourceStatus> sources) {}

    @GetMapping("/api/status")
    Status status(Authentication authentication) {
        return new Status(
                ledger.of(Reader.of(authentication)),
                slo.current(),
                lags.get(true),
                replicas.current(),
                sources.current());
    }
}
