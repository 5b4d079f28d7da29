package dev.dictamen.simulator.replica;

import dev.dictamen.simulator.answer.Completion;
import dev.dictamen.simulator.answer.FaultyAnswer;
import dev.dictamen.simulator.answer.ObedientAnswer;
import dev.dictamen.simulator.engine.Engine;
import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.engine.Generation;
import dev.dictamen.simulator.engine.Latency;
import dev.dictamen.simulator.http.Exchange;
import dev.dictamen.simulator.http.Response;
import dev.dictamen.simulator.journal.JournalEntry.Outcome;
import dev.dictamen.simulator.obedience.Orders;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.protocol.ChatRequest;
import dev.dictamen.simulator.protocol.Errors;
import dev.dictamen.simulator.protocol.RequestId;
import dev.dictamen.simulator.verdict.PromptJudge;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One accepted call: waits for a slot, takes its time, and ends in an answer, a fault or a client that has gone. */
public final class ChatCall implements Generation {
    private static final Duration FOR_EVER = Duration.ofDays(30);
    private static final Map<Fault, Supplier<Response>> REFUSALS = Map.of(
            Fault.QUEUE_503, Errors::queueFull,
            Fault.RATE_429, Errors::rateLimited,
            Fault.BAD_REQUEST_400, Errors::refusedForNothing,
            Fault.SERVER_ERROR_500, Errors::serverError);

    private final Replica replica;
    private final Exchange exchange;
    private final RequestId id;
    private final ChatRequest chat;
    private final @Nullable Fault fault;
    private final Completion completion;
    private final CallLog log;
    private final long receivedNanos = System.nanoTime();
    private Engine.@Nullable Place place;
    private Latency.Time time = new Latency.Time(Duration.ZERO, Duration.ZERO);
    private long startedNanos;
    private int cachedTokens;
    private boolean inSlot;
    private boolean generated;

    public ChatCall(Replica replica, Exchange exchange, RequestId id, ChatRequest chat, @Nullable Fault fault) {
        this.replica = replica;
        this.exchange = exchange;
        this.id = id;
        this.chat = chat;
        this.fault = fault;
        var verdict = PromptJudge.judge(chat.userTexts(), replica.options().drift(), chat.wayOfAsking());
        var orders =
                replica.options().isOn(Flag.OBEDIENT) && fault == null ? ObedientAnswer.ordersIn(chat) : Orders.NONE;
        this.completion =
                orders.isEmpty() ? FaultyAnswer.of(fault, chat, verdict) : ObedientAnswer.of(orders, chat, verdict);
        this.log = new CallLog(replica, id, exchange.request().receivedAt(), chat.priority(), fault, orders.inWords());
    }

    /** Queues the call, or answers at once where its fault or a full queue says so. */
    public void begin() {
        exchange.onDisconnect(this::disconnected);
        var refusal = fault == null ? null : REFUSALS.get(fault);
        if (refusal != null) {
            refuse(refusal.get());
        } else if (fault == Fault.CONNECTION_RESET) {
            log.played(0);
            exchange.reset();
        } else if (replica.engine().isFull()) {
            log.ended(Outcome.REJECTED, 503);
            exchange.answer(Errors.queueFull());
        } else {
            place = replica.engine().submit(this);
        }
    }

    @Override
    public long priority() {
        return chat.priority();
    }

    @Override
    public Duration started(int running) {
        log.started();
        inSlot = true;
        cachedTokens = replica.prefixes().cachedTokens(chat.turns());
        var random = new SplittableRandom(
                replica.options().integer(Flag.SEED) * 31L + id.text().hashCode());
        double load = (double) running / replica.options().integer(Flag.MAX_NUM_SEQS);
        time = replica.options().latency().draw(chat.promptTokens(), completion.tokens(), load, random);
        startedNanos = System.nanoTime();
        replica.metrics().started(chat.promptTokens(), cachedTokens, elapsed(), time.first());
        return fault == Fault.HANG ? FOR_EVER : time.total();
    }

    @Override
    public int generatedTokens() {
        if (!inSlot || fault == Fault.HANG) {
            return 0;
        }
        double decoding =
                (double) (System.nanoTime() - startedNanos) - time.first().toNanos();
        return (int) (completion.tokens()
                * Math.clamp(decoding / Math.max(1, time.decode().toNanos()), 0, 1));
    }

    @Override
    public void completed() {
        leaveSlot();
        generated = true;
        if (fault == Fault.HARMONY_500) {
            replica.metrics().finished("error", completion.tokens(), elapsed());
            refuse(Errors.harmony());
            return;
        }
        replica.metrics().finished(completion.finishReason(), completion.tokens(), elapsed());
        var response = response(completion);
        if (fault == Fault.SLOW_DRIP) {
            exchange.answerInDrops(response, replica.options().duration(Flag.SLOW_DRIP_TIME), () -> log.played(200));
        } else {
            log.played(200);
            end(response);
        }
    }

    private void end(Response response) {
        if (fault == Fault.CUT_BODY) {
            exchange.answerHalf(response);
        } else {
            exchange.answer(fault == Fault.GARBAGE ? Response.garbage() : response);
        }
    }

    @Override
    public void aborted() {
        int produced = generatedTokens();
        leaveSlot();
        replica.metrics().finished("abort", produced, elapsed());
        log.ended(Outcome.STOPPED, 200);
        exchange.answer(response(Completion.aborted()));
    }

    private void disconnected() {
        if (place != null) {
            place.cancel();
        }
        int produced = generatedTokens();
        leaveSlot();
        if (!generated) {
            replica.metrics().finished("abort", produced, elapsed());
        }
        log.ended(Outcome.ABORTED, 0);
    }

    private void refuse(Response response) {
        log.played(response.status());
        exchange.answer(response);
    }

    private void leaveSlot() {
        if (inSlot) {
            inSlot = false;
            replica.metrics().left(chat.promptTokens());
        }
    }

    private Response response(Completion produced) {
        long created = exchange.request().receivedAt().getEpochSecond();
        var body = replica.body().of(id, produced, chat.promptTokens(), cachedTokens, created);
        if (fault == Fault.NO_CHOICES) {
            body.putArray("choices");
        }
        var response = Response.json(200, body);
        var named = replica.options().isOn(Flag.ENABLE_REQUEST_ID_HEADERS)
                ? response.with("X-Request-Id", id.text())
                : response;
        var load = replica.loadHeader(exchange.request().header("endpoint-load-metrics-format"));
        return load.isEmpty() ? named : named.with("endpoint-load-metrics", load);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - receivedNanos);
    }
}
