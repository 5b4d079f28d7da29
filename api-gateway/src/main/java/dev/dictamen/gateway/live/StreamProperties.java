package dev.dictamen.gateway.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batchEvery how long events are gathered into one frame
 * @param ringSize events of one partition kept for those who come back
 * @param ringLife how far back the ring reaches when the gateway starts
 */
@ConfigurationProperties("live")
record StreamProperties(
        @DefaultValue("100ms") Duration batchEvery,
        @DefaultValue("10000") int ringSize,
        @DefaultValue("10m") Duration ringLife) {}
