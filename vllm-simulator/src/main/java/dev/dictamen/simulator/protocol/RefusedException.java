package dev.dictamen.simulator.protocol;

import dev.dictamen.simulator.http.Response;

/** A request that is answered with an error before it reaches the engine. */
public final class RefusedException extends Exception {
    private final transient Response response;

    public RefusedException(Response response) {
        super("HTTP " + response.status(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
