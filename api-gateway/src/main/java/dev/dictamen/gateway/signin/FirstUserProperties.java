package dev.dictamen.gateway.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bootstrapUsername first user, made when there is none; empty makes none
 * @param bootstrapPassword its password
 */
@ConfigurationProperties("auth")
record FirstUserProperties(
        @DefaultValue("") String bootstrapUsername,
        @DefaultValue("") String bootstrapPassword) {
    /** Names no secret. */
    @Override
    public String toString() {
        return "FirstUserProperties[bootstrapUsername=" + bootstrapUsername + "]";
    }
}
