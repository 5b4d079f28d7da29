package dev.dictamen.gateway.signin;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keyEncryptionKey 32 bytes in base64; wraps the signing key in the database
 * @param issuer the {@code iss} of access tokens
 * @param audience the {@code aud} of access tokens
 * @param accessTokenLife how long an access token is good
 * @param refreshTokenLife how long a refresh token waits for its use
 * @param familyLife after this time since the sign-in the password is asked again
 */
@Validated
@ConfigurationProperties("auth")
record TokenProperties(
        @NotBlank String keyEncryptionKey,
        @DefaultValue("dictamen") String issuer,
        @DefaultValue("dictamen-dashboard") String audience,
        @DefaultValue("15m") Duration accessTokenLife,
        @DefaultValue("7d") Duration refreshTokenLife,
        @DefaultValue("30d") Duration familyLife) {
    /** Names no secret. */
    @Override
    public String toString() {
        return "TokenProperties[issuer=" + issuer + ", audience=" + audience + "]";
    }
}
