package dev.dictamen.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens: ES256, {@code typ at+jwt}, with the user's role, teams and sign-in ({@code sid}). */
class AccessTokens {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ECKey key;
    private final JWSSigner signer;
    private final TokenProperties properties;
    private final Clock clock;

    AccessTokens(ECKey key, TokenProperties properties, Clock clock) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
        this.properties = properties;
        this.clock = clock;
    }

    /** A signed token and its end. */
    record Issued(String token, Instant expiresAt) {}

    /** @param family the sign-in that the token belongs to */
    Issued issue(User user, String family) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(properties.accessTokenLife());
        var claims = new JWTClaimsSet.Builder()
                .issuer(properties.issuer())
                .audience(properties.audience())
                .subject(user.username())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim("sid", family)
                .claim("roles", List.of(user.role().word()))
                .claim("teams", user.teams())
                .build();
        return new Issued(sign(claims), expiresAt);
    }

    private String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an access token could not be signed", e);
        }
        return jwt.serialize();
    }
}
