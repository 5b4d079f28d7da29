package dev.dictamen.simulator.http;

import java.time.Duration;

/** One request and the one way in which it is answered. */
public interface Exchange {
    Request request();

    /** Answers; the connection stays open if the client wants it to. */
    void answer(Response response);

    /** Answers in drops over a time, then goes on as {@link #answer}; {@code sent} runs after the last drop. */
    void answerInDrops(Response response, Duration time, Runnable sent);

    /** Announces the whole answer, sends half of it and closes the connection. */
    void answerHalf(Response response);

    /** Ends the connection with a reset and no answer. */
    void reset();

    /** What to do when the client goes before it has its answer. */
    void onDisconnect(Runnable task);
}
