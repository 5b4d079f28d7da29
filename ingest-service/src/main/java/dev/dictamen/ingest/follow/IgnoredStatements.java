package dev.dictamen.ingest.follow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.dictamen.ingest.source.SourceComponent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Counts {@code source.statements.ignored}: statements of the log that Debezium cannot parse and passes over, which are other
 * products' as a rule. It tells nobody but its logger; that line has the statement, which may have a password, so it is kept back.
 */
@SourceComponent
class IgnoredStatements extends TurboFilter {
    private static final org.slf4j.Logger log = LoggerFactory.getLogger(IgnoredStatements.class);
    private static final String SAYS = "Ignoring unparseable DDL statement";

    private final Counter ignored;

    IgnoredStatements(MeterRegistry registry) {
        ignored = registry.counter("source.statements.ignored");
    }

    @PostConstruct
    void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
    }

    @PreDestroy
    void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable cause) {
        // asked without a text, too: whether the level is on at all
        if (format == null || !format.startsWith(SAYS)) {
            return FilterReply.NEUTRAL;
        }
        ignored.increment();
        log.info("event=source-statement-ignored count={}", count());
        return FilterReply.DENY;
    }

    /** Statements passed over since the start. */
    long count() {
        return (long) ignored.count();
    }
}
