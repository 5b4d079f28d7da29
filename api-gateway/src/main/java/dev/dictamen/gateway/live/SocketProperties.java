package dev.dictamen.gateway.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heartbeat how often a quiet socket hears from us
 * @param tokenGrace how long a socket outlives its token
 * @param resumeWindow until then a new socket may say where it left off
 * @param socketsPerUser most sockets of one user
 * @param queueFrames frames that wait for one slow browser
 */
@ConfigurationProperties("live")
record SocketProperties(
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("30s") Duration tokenGrace,
        @DefaultValue("10s") Duration resumeWindow,
        @DefaultValue("5") int socketsPerUser,
        @DefaultValue("256") int queueFrames) {}
