package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers as ingest-service does to who has its source checked: it runs while it is begun, and has ended when it is asked. */
public final class FakeCheck extends FakeServer {
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private Answer refusal = new Answer(OK, "");
    private Supplier<String> end = () -> "";
    private String query = "";

    public FakeCheck() throws IOException {
        super("/v1/source/check");
    }

    /** How the check ends. */
    public synchronized void ends(String state, long closed, long missing, long published) {
        end = () -> report(state, closed, missing, published);
    }

    /** Nothing is begun. */
    public synchronized void refuses(int status, String body) {
        refusal = new Answer(status, body);
    }

    /** The last query. */
    public synchronized String query() {
        return query;
    }

    @Override
    synchronized Answer answer(HttpExchange request) {
        if (refusal.status() != OK) {
            return refusal;
        }
        if (request.getRequestMethod().equals("POST")) {
            query = request.getRequestURI().getQuery();
            return new Answer(ACCEPTED, report("running", 0, 0, 0));
        }
        return new Answer(OK, end.get());
    }

    private String report(String state, long closed, long missing, long published) {
        return """
                {"state":"%s","from":"2026-11-13T09:00:00Z","until":"2026-11-20T08:58:00Z","onlyLook":%s,"rows":%d,
                 "closed":%d,"missing":%d,"published":%d,"ids":[%s],"problem":%s}
                """.formatted(
                        state,
                        query.contains("onlyLook=true"),
                        closed,
                        closed,
                        missing,
                        published,
                        missing == 0 ? "" : "\"id-0\",\"id-1\"",
                        state.equals("failed") ? "\"the database went away\"" : "null");
    }
}
