package dev.dictamen.simulator.api;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.http.Exchange;
import dev.dictamen.simulator.journal.JournalEntry.Outcome;
import dev.dictamen.simulator.protocol.ChatRequest;
import dev.dictamen.simulator.protocol.Errors;
import dev.dictamen.simulator.protocol.RefusedException;
import dev.dictamen.simulator.protocol.RequestId;
import dev.dictamen.simulator.replica.CallLog;
import dev.dictamen.simulator.replica.ChatCall;
import dev.dictamen.simulator.replica.Replica;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. */
final class ChatEndpoint {
    private static final Pattern STATUS = Pattern.compile("[45]\\d\\d");

    private final Replica replica;

    ChatEndpoint(Replica replica) {
        this.replica = replica;
    }

    void handle(Exchange exchange) {
        var id = RequestId.of(exchange.request());
        try {
            var wanted = exchange.request().header("X-Return-Error").strip();
            if (STATUS.matcher(wanted).matches()) {
                throw new RefusedException(Errors.injected(Integer.parseInt(wanted)));
            }
            var chat = ChatRequest.read(exchange.request().body(), replica.options());
            new ChatCall(replica, exchange, id, chat, fault(wanted, id, chat)).begin();
        } catch (RefusedException e) {
            new CallLog(replica, id, exchange.request().receivedAt(), 0, null, null)
                    .ended(Outcome.REJECTED, e.response().status());
            exchange.answer(e.response());
        }
    }

    private @Nullable Fault fault(String wanted, RequestId id, ChatRequest chat) throws RefusedException {
        if (wanted.isEmpty()) {
            var prompt = String.join("\n", chat.userTexts());
            return replica.options()
                    .faults()
                    .faultOf(id.text(), id.attempt(), prompt)
                    .orElse(null);
        }
        try {
            return Fault.of(wanted);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Errors.badRequest("X-Return-Error: " + e.getMessage(), null));
        }
    }
}
