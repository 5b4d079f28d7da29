package dev.dictamen.gateway.live;

import dev.dictamen.contract.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.CloseStatus;

/** Why the gateway ends a socket. The dashboard goes by the code: {@code samples/close-codes.json} is the same table. */
enum CloseCode implements Word {
    NORMAL(1000, null),
    /** The gateway stops: browsers come back elsewhere, or here a little later. */
    GOING_AWAY(1001, null),
    BAD_MESSAGE(1008, "message not understood"),
    TOO_BIG(1009, null),
    /** The access token ended, or what should renew it is not one. */
    EXPIRED(4401, "token expired"),
    REVOKED(4403, "signed out"),
    TOO_MANY(4429, "too many sockets");

    private final int code;
    private final @Nullable String reason;

    CloseCode(int code, @Nullable String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    CloseStatus status() {
        return new CloseStatus(code, reason);
    }
}
