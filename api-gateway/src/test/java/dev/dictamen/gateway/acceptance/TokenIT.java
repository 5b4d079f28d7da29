package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tokens that are not ours, or not for this, open nothing. */
class TokenIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private final Client client = GATEWAY.admin();

    @Test
    void noForgedOrForeignTokenOpensAnything() throws Exception {
        for (var forged : forgeries().entrySet()) {
            var answer = client.getWith("/api/evaluations", forged.getValue());
            assertThat(answer.status()).as(forged.getKey()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).as(forged.getKey()).contains("application/problem+json");
            assertThat(answer.text()).doesNotContain("Exception");
        }
    }

    @Test
    void theSameClaimsSignedByOurKeyDoOpen() throws Exception {
        assertThat(client.getWith("/api/evaluations", signed(UnaryOperator.identity(), "at+jwt"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTokenSaysWhatItIsAndLastsFifteenMinutes() throws ParseException {
        var token = SignedJWT.parse(client.token());
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID()).isNotBlank();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getDateClaim("exp").toInstant())
                .isEqualTo(claims.getDateClaim("iat").toInstant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void tokensOutliveARestart() {
        GATEWAY.restart();
        assertThat(client.get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aTokenInTheAddressOrInAWrongSchemeIsNoToken() {
        assertThat(client.getWith("/api/evaluations?access_token=" + client.token(), null)
                        .status())
                .isEqualTo(401);
        assertThat(client.send(client.request("/api/evaluations")
                                .header("Authorization", "Basic " + client.token())
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    private Map<String, String> forgeries() throws JOSEException, ParseException {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("x").generate();
        var ours = GATEWAY.signingKey();
        var claims = claims(UnaryOperator.identity());
        var forged = new LinkedHashMap<String, String>();
        forged.put("alg none", new PlainJWT(claims).serialize());
        forged.put("HS256 by the public key", sign(claims, JWSAlgorithm.HS256, "at+jwt", ours.getKeyID(), hmac()));
        forged.put(
                "signed by a stranger",
                sign(claims, JWSAlgorithm.ES256, "at+jwt", ours.getKeyID(), new ECDSASigner(stranger)));
        forged.put(
                "kid that walks",
                sign(claims, JWSAlgorithm.ES256, "at+jwt", "../../' OR 1=1", new ECDSASigner(stranger)));
        forged.put("plain JWT type", signed(UnaryOperator.identity(), "JWT"));
        forged.put(
                "expired", signed(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(70))), "at+jwt"));
        forged.put("other audience", signed(c -> c.audience("somebody-else"), "at+jwt"));
        forged.put("other issuer", signed(c -> c.issuer("somebody-else"), "at+jwt"));
        forged.put("no expiry", signed(c -> c.expirationTime(null), "at+jwt"));
        forged.put("cut signature", client.token().substring(0, client.token().length() - 4));
        forged.put(
                "changed signature", client.token().substring(0, client.token().length() - 8) + "AAAAAAAA");
        forged.put("no token", "");
        forged.put("not a token", "abc");
        forged.put("a refresh token", client.cookie());
        return forged;
    }

    private MACSigner hmac() throws JOSEException {
        return new MACSigner(GATEWAY.signingKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change, String type)
            throws JOSEException, ParseException {
        var key = GATEWAY.signingKey();
        return sign(claims(change), JWSAlgorithm.ES256, type, key.getKeyID(), new ECDSASigner(key));
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) throws ParseException {
        return change.apply(
                        new JWTClaimsSet.Builder(SignedJWT.parse(client.token()).getJWTClaimsSet()))
                .build();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String type, String kid, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType(type))
                        .keyID(kid)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }
}
