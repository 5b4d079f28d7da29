package dev.dictamen.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Takes the operator's token, where there is one, and access tokens. */
class OperatorOrJwtManager implements ReactiveAuthenticationManager {
    static final String OPERATOR = "operator";

    private final byte[] operatorToken;
    private final ReactiveAuthenticationManager jwt;

    OperatorOrJwtManager(String operatorToken, ReactiveAuthenticationManager jwt) {
        this.operatorToken = operatorToken.getBytes(StandardCharsets.UTF_8);
        this.jwt = jwt;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        return isOperator(authentication) ? Mono.just(operator()) : jwt.authenticate(authentication);
    }

    private boolean isOperator(Authentication authentication) {
        return operatorToken.length > 0
                && authentication instanceof BearerTokenAuthenticationToken bearer
                && MessageDigest.isEqual(operatorToken, bearer.getToken().getBytes(StandardCharsets.UTF_8));
    }

    private static Authentication operator() {
        return UsernamePasswordAuthenticationToken.authenticated(
                OPERATOR, "", List.of(new SimpleGrantedAuthority("ROLE_" + OPERATOR)));
    }
}
