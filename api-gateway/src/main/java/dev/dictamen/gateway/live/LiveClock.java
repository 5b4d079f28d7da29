package dev.dictamen.gateway.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Ticks for all sockets at once. */
@Component
class LiveClock implements SmartLifecycle {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final LiveHub hub;
    private Disposable ticking = Disposables.disposed();

    LiveClock(LiveHub hub, MeterRegistry meters) {
        this.hub = hub;
        Gauge.builder("dictamen.live.sockets", hub, LiveHub::size)
                .description("open live sockets")
                .register(meters);
    }

    @Override
    public void start() {
        ticking = Flux.interval(TICK).onBackpressureDrop().subscribe(tick -> hub.tick(Instant.now()));
    }

    @Override
    public void stop() {
        ticking.dispose();
        hub.closeAll();
    }

    @Override
    public boolean isRunning() {
        return !ticking.isDisposed();
    }
}
