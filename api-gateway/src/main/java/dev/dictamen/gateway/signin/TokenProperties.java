package dev.dictamen.gateway.auth;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keyEncryptionKey 32 bytes in base64; wraps the signing key in the database
 * @param operatorToken opaque bearer token for the status and the ledger; empty turns it off
 * @param bootstrapUsername first user, made when there is none; empty makes none
 * @param bootstrapPassword its password
 * @param issuer the {@code iss} of access tokens
 * @param audience the {@code aud} of access tokens
 * @param accessTokenLife how long an access token is good
 * @param refreshTokenLife how long a refresh token waits for its use
 * @param familyLife after this time since the sign-in the password is asked again
 */
@Validated
@ConfigurationProperties("auth")
record AuthProperties(
        @NotBlank String keyEncryptionKey,
        @DefaultValue("") String operatorToken,
        @DefaultValue("") String bootstrapUsername,
        @DefaultValue("") String bootstrapPassword,
        @DefaultValue("dictamen") String issuer,
        @DefaultValue("dictamen-dashboard") String audience,
        @DefaultValue("15m") Duration accessTokenLife,
        @DefaultValue("7d") Duration refreshTokenLife,
        @DefaultValue("30d") Duration familyLife) {
    private static final int SHORTEST_OPERATOR_TOKEN = 16;

    AuthProperties {
        if (!operatorToken.isEmpty() && operatorToken.length() < SHORTEST_OPERATOR_TOKEN) {
            throw new IllegalArgumentException(
                    "GATEWAY_OPERATOR_TOKEN has fewer than " + SHORTEST_OPERATOR_TOKEN + " characters");
        }
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "AuthProperties[issuer=" + issuer + ", audience=" + audience + "]";
    }
}
