package dev.dictamen.gateway.live;

import dev.dictamen.gateway.security.Reader;
import dev.dictamen.kafka.ContractJson;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** {@code /ws/live}: greets a browser, sends it verdicts, renews its token and takes it back where it left off. */
@Component
class LiveSocketHandler implements WebSocketHandler {
    static final String PROTOCOL = "dictamen.v1";

    private final LiveHub hub;
    private final SocketProperties properties;
    private final ReactiveJwtDecoder tokens;
    private final Clock clock;

    LiveSocketHandler(LiveHub hub, SocketProperties properties, ReactiveJwtDecoder tokens, Clock clock) {
        this.hub = hub;
        this.properties = properties;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a browser may say. */
    private record Inbound(
            @Nullable String type,
            @Nullable String token,
            @Nullable String cursor) {}

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return session.getHandshakeInfo()
                .getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .flatMap(principal -> serve(session, principal.getToken()));
    }

    private Mono<Void> serve(WebSocketSession session, Jwt token) {
        var connection = new LiveConnection(
                Reader.of(token), signIn(token), clock.instant(), end(token), properties.queueFrames());
        if (!hub.open(connection)) {
            return session.close(CloseCode.TOO_MANY.status());
        }
        Mono<Void> out = session.send(connection.frames().map(session::textMessage))
                .then(connection.ending().flatMap(code -> session.close(code.status())));
        Mono<Void> in = session.receive()
                .map(WebSocketMessage::getPayloadAsText)
                .concatMap(text -> hear(connection, text))
                .doOnError(e -> connection.close(reasonOf(e)))
                .onErrorComplete()
                .then()
                .doFinally(signal -> connection.close(CloseCode.NORMAL));
        return out.and(in).doFinally(signal -> hub.remove(connection));
    }

    /** A message may be too long in one frame or, in several, as a whole. */
    private static CloseCode reasonOf(Throwable failure) {
        boolean isTooLong = failure instanceof TooLongFrameException
                || (failure instanceof CorruptedWebSocketFrameException broken
                        && broken.closeStatus().code() == CloseStatus.TOO_BIG_TO_PROCESS.getCode());
        return isTooLong ? CloseCode.TOO_BIG : CloseCode.BAD_MESSAGE;
    }

    private Mono<Void> hear(LiveConnection connection, String text) {
        Inbound message = parse(text);
        if (message == null || message.type() == null || !connection.admits(clock.instant())) {
            return refuse(connection);
        }
        return switch (message.type()) {
            case "auth" -> renew(connection, Objects.requireNonNullElse(message.token(), ""));
            case "resume" ->
                Mono.fromRunnable(() ->
                        hub.resume(connection, StreamCursor.decode(Objects.requireNonNullElse(message.cursor(), ""))));
            case "ping" -> Mono.fromRunnable(() -> connection.offer(Frames.heartbeat(hub.cursor())));
            default -> refuse(connection);
        };
    }

    private static @Nullable Inbound parse(String text) {
        try {
            return ContractJson.mapper().readValue(text, Inbound.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Mono<Void> refuse(LiveConnection connection) {
        return Mono.fromRunnable(() -> connection.close(CloseCode.BAD_MESSAGE));
    }

    private Mono<Void> renew(LiveConnection connection, String token) {
        return tokens.decode(token)
                .doOnNext(renewed -> accept(connection, renewed))
                .doOnError(JwtException.class, e -> connection.close(CloseCode.EXPIRED))
                .onErrorComplete(JwtException.class)
                .then();
    }

    /** A token of another user, or with other rights, needs a socket of its own. */
    private static void accept(LiveConnection connection, Jwt renewed) {
        if (!Reader.of(renewed).equals(connection.reader())) {
            connection.close(CloseCode.REVOKED);
            return;
        }
        connection.renew(end(renewed));
        connection.offer(Frames.renewed(connection.expiresAt().getEpochSecond()));
    }

    private static String signIn(Jwt token) {
        return Objects.requireNonNullElse(token.getClaimAsString("sid"), "");
    }

    private static Instant end(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt(), "exp");
    }
}
