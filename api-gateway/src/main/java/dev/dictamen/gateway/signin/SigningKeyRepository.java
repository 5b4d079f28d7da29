package dev.dictamen.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one ES256 key of all gateways. The first that starts makes it; all read back what is stored. */
@Repository
class SigningKeyRepository {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final KeyWrapping wrapping;

    SigningKeyRepository(JdbcClient jdbc, TokenProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wrapping = new KeyWrapping(properties.keyEncryptionKey());
    }

    ECKey loadOrCreate() {
        try {
            if (jdbc.sql("SELECT COUNT(*) FROM signing_key").query(Long.class).single() == 0) {
                create();
            }
            return load();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }

    private void create() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        jdbc.sql("INSERT IGNORE INTO signing_key (slot, kid, wrapped_jwk, created_at) VALUES (1, ?, ?, ?)")
                .params(
                        key.getKeyID(),
                        wrapping.wrap(key.toJSONString(), key.getKeyID()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private ECKey load() throws ParseException {
        record Stored(String kid, String wrappedJwk) {}
        Stored stored = jdbc.sql("SELECT kid, wrapped_jwk FROM signing_key WHERE slot = 1")
                .query((row, index) -> new Stored(row.getString("kid"), row.getString("wrapped_jwk")))
                .single();
        return ECKey.parse(wrapping.unwrap(stored.wrappedJwk(), stored.kid()));
    }
}
