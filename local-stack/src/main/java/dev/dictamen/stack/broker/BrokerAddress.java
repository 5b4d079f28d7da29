package dev.dictamen.stack.broker;

/** Where the broker listens, and where its controller half does. */
public record BrokerAddress(String host, int port, int controllerPort) {
    String clients() {
        return host + ":" + port;
    }

    String controller() {
        return host + ":" + controllerPort;
    }
}
