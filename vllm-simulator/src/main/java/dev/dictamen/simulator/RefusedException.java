package dev.dictamen.simulator;

/** A request that is answered with an error before it reaches the engine. */
final class RefusedException extends Exception {
    private final transient Response response;

    RefusedException(Response response) {
        super("HTTP " + response.status(), null, false, false);
        this.response = response;
    }

    Response response() {
        return response;
    }
}
