package dev.dictamen.gateway.pipeline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every two seconds whether a live chat waits too long, and says so once when that changes. While the database is
 * away, what was last known stands. After the first look only chats of the last quarter of an hour are looked at, and
 * those since the oldest that was late.
 */
@Component
class SloWatch {
    private static final Logger log = LoggerFactory.getLogger(SloWatch.class);
    private static final Duration LOOK_BACK = Duration.ofMinutes(15);

    private final LateChats chats;
    private final SloProperties properties;
    private final Clock clock;
    private volatile Slo.State state = Slo.State.MET;
    private Instant from = Instant.EPOCH.plus(Duration.ofDays(1));

    SloWatch(LateChats chats, SloProperties properties, Clock clock, MeterRegistry meters) {
        this.chats = chats;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("dictamen.slo.breached", this, watch -> watch.state.isBreached() ? 1 : 0)
                .description("1 while a live chat waits too long for its final outcome")
                .register(meters);
    }

    /** At most two seconds old. */
    Slo current() {
        return Slo.of(state, properties.objective(), clock.instant());
    }

    @Scheduled(fixedDelay = 2000)
    void look() {
        Instant now = clock.instant();
        try {
            LateChats.Found found = chats.find(from, now);
            Instant recent = now.minus(LOOK_BACK);
            Instant first = found.firstIngested();
            from = first != null && first.isBefore(recent) ? first : recent;
            become(state.next(found, properties.objective()));
        } catch (DataAccessException away) {
            log.debug("event=slo-unknown", away);
        }
    }

    private void become(Slo.State next) {
        boolean changes = next.isBreached() != state.isBreached();
        state = next;
        if (changes) {
            Slo slo = current();
            log.warn(
                    "event=slo-{} objectiveSeconds={} late={} oldestSeconds={}",
                    slo.breached() ? "breached" : "met",
                    slo.objectiveSeconds(),
                    slo.late(),
                    slo.oldestSeconds());
        }
    }
}
