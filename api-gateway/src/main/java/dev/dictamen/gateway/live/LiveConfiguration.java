package dev.dictamen.gateway.live;

import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.TopicTail;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** What feeds the sockets, where they are, and how large a browser's message may be. Nothing is compressed: it costs a core per 1,000 sockets. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration implements WebFluxConfigurer {
    private static final int LARGEST_INBOUND_FRAME = 16 * 1024;

    @Bean
    HandlerMapping liveSocketMapping(LiveSocketHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of("/ws/live", handler), -1);
    }

    @Bean
    TopicTail evaluationTail(ConsumerFactory<?, ?> consumers, Topics topics, EvaluationFeed feed) {
        return new TopicTail(consumers, topics.evaluation(), "evaluation-feed", feed);
    }

    @Override
    public WebSocketService getWebSocketService() {
        return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(LARGEST_INBOUND_FRAME)));
    }
}
