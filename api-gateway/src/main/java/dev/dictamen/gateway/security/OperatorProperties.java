package dev.dictamen.gateway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param operatorToken opaque bearer token for the status, the ledger and the replicas; empty turns it off */
@ConfigurationProperties("auth")
record OperatorProperties(@DefaultValue("") String operatorToken) {
    private static final int SHORTEST = 16;

    OperatorProperties {
        if (!operatorToken.isEmpty() && operatorToken.length() < SHORTEST) {
            throw new IllegalArgumentException("GATEWAY_OPERATOR_TOKEN has fewer than " + SHORTEST + " characters");
        }
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "OperatorProperties[]";
    }
}
