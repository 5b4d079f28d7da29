package dev.dictamen.gateway.security;

import dev.dictamen.gateway.web.Problems;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import reactor.core.publisher.Mono;

/** The chain that every request passes: headers, foreign pages, tokens, rights. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    private static final String[] USERS = {Reader.ADMIN, "supervisor", "viewer"};
    private static final String[] ADMIN_AND_OPERATOR = {Reader.ADMIN, OperatorOrJwtManager.OPERATOR};
    private static final String[] USERS_AND_OPERATOR = {
        Reader.ADMIN, "supervisor", "viewer", OperatorOrJwtManager.OPERATOR
    };

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            ReactiveJwtDecoder decoder,
            OperatorProperties operator,
            OriginFilter.Properties live) {
        var manager = new OperatorOrJwtManager(operator.operatorToken(), jwtManager(decoder));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(new OriginFilter(live.allowedOrigins()), SecurityWebFiltersOrder.HTTP_HEADERS_WRITER)
                .authorizeExchange(SecurityConfiguration::rights)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (exchange, e) -> Problems.refuse(exchange, HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler((exchange, e) -> Problems.refuse(exchange, HttpStatus.FORBIDDEN)))
                .oauth2ResourceServer(tokens -> tokens.bearerTokenConverter(new BearerTokenConverter())
                        .authenticationEntryPoint((exchange, e) -> Problems.refuse(exchange, HttpStatus.UNAUTHORIZED))
                        .jwt(jwt -> jwt.authenticationManager(manager)))
                .build();
    }

    private static void rights(ServerHttpSecurity.AuthorizeExchangeSpec rights) {
        rights.pathMatchers(HttpMethod.POST, BearerTokenConverter.WITHOUT_TOKEN)
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/api/status", "/api/ledger", "/api/replicas", "/api/replays/**")
                .hasAnyRole(USERS_AND_OPERATOR)
                .pathMatchers(HttpMethod.GET, "/api/replays/**", "/api/prompts/**")
                .hasAnyRole(USERS_AND_OPERATOR)
                .pathMatchers(HttpMethod.POST, "/api/replicas/**", "/api/replays/**", "/api/prompts/**")
                .hasAnyRole(ADMIN_AND_OPERATOR)
                .pathMatchers("/api/**", "/ws/**")
                .hasAnyRole(USERS)
                .pathMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyExchange()
                .denyAll();
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(features -> features.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static ReactiveAuthenticationManager jwtManager(ReactiveJwtDecoder decoder) {
        var manager = new JwtReactiveAuthenticationManager(decoder);
        manager.setJwtAuthenticationConverter(token -> Mono.just(withRoles(token)));
        return manager;
    }

    private static JwtAuthenticationToken withRoles(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        return new JwtAuthenticationToken(
                token,
                Set.copyOf(roles == null ? Set.of() : roles).stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .collect(Collectors.toSet()));
    }
}
