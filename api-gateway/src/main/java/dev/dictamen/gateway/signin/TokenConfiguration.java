package dev.dictamen.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** The signing key at work: one side signs access tokens, the other checks them. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    ECKey signingKey(SigningKeys keys) {
        return keys.loadOrCreate();
    }

    @Bean
    AccessTokens accessTokens(ECKey signingKey, TokenProperties properties, Clock clock) throws JOSEException {
        return new AccessTokens(signingKey, properties, clock);
    }

    /** Only ES256, only {@code at+jwt}, only of our issuer and for our audience, and not expired. */
    @Bean
    ReactiveJwtDecoder accessTokenDecoder(ECKey signingKey, TokenProperties properties, Clock clock) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(jwt -> Flux.just(signingKey.toPublicJWK()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE)))
                .build();
        var types = new JwtTypeValidator(AccessTokens.TYPE.getType());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                types,
                withExpiry(clock),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(properties.audience()))));
        return decoder;
    }

    private static JwtTimestampValidator withExpiry(Clock clock) {
        var timestamps = new JwtTimestampValidator();
        timestamps.setAllowEmptyExpiryClaim(false);
        timestamps.setClock(clock);
        return timestamps;
    }
}
