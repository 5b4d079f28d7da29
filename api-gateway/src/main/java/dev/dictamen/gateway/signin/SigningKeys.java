package dev.dictamen.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The one ES256 key of all gateways. The first that starts makes it; all read back what is stored. */
@Component
class SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final SigningKeyRepository stored;
    private final KeyWrapping wrapping;
    private final Clock clock;

    SigningKeys(SigningKeyRepository stored, TokenProperties properties, Clock clock) {
        this.stored = stored;
        this.wrapping = new KeyWrapping(properties.keyEncryptionKey());
        this.clock = clock;
    }

    ECKey loadOrCreate() {
        try {
            if (stored.findById(SigningKey.SLOT).isEmpty()) {
                create();
            }
            return unwrap(stored.findById(SigningKey.SLOT).orElseThrow());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }

    private void create() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        String wrapped = wrapping.wrap(key.toJSONString(), key.getKeyID());
        try {
            stored.save(new SigningKey(key.getKeyID(), wrapped, clock.instant()));
        } catch (DataIntegrityViolationException anotherWasFirst) {
            log.info("event=signing-key-exists");
        }
    }

    private ECKey unwrap(SigningKey key) throws ParseException {
        return ECKey.parse(wrapping.unwrap(key.wrappedJwk(), key.kid()));
    }
}
