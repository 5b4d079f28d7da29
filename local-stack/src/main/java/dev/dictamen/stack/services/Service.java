package dev.dictamen.stack.services;

/** A service of the product: its module, and the key that holds its management port. */
enum Service {
    INGEST("ingest-service", "INGEST_MANAGEMENT_PORT"),
    WORKER("eval-worker", "WORKER_MANAGEMENT_PORT"),
    SINK("result-sink", "SINK_MANAGEMENT_PORT"),
    GATEWAY("api-gateway", "GATEWAY_MANAGEMENT_PORT");

    private final String module;
    private final String portKey;

    Service(String module, String portKey) {
        this.module = module;
        this.portKey = portKey;
    }

    String module() {
        return module;
    }

    String portKey() {
        return portKey;
    }
}
