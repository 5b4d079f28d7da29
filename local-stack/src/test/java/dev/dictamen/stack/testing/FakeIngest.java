package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as ingest-service does; it rejects lines that hold the word {@code broken}. */
public final class FakeIngest extends FakeServer {
    private final List<String> accepted = new ArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private int mostLines = Integer.MAX_VALUE;
    private int refusal = 503;

    public FakeIngest() throws IOException {
        super("/v1/chats");
    }

    /** The next {@code count} requests are answered with this status. */
    public void refuse(int count, int status) {
        refusal = status;
        refusals.set(count);
    }

    /** Bodies with more lines are answered 413. */
    public void takeAtMost(int lines) {
        mostLines = lines;
    }

    public synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    synchronized Answer answer(HttpExchange request) throws IOException {
        var lines = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new Answer(refusal, "");
        }
        return lines.size() > mostLines ? new Answer(413, "") : new Answer(200, take(lines));
    }

    private String take(List<String> lines) {
        var rejected = new ArrayList<String>();
        int taken = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("broken")) {
                rejected.add("{\"line\":%d,\"chatId\":null,\"reason\":\"broken\"}".formatted(i + 1));
            } else {
                accepted.add(lines.get(i));
                taken++;
            }
        }
        return "{\"accepted\":%d,\"rejected\":[%s]}".formatted(taken, String.join(",", rejected));
    }
}
