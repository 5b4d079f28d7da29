package dev.dictamen.gateway.web;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import reactor.core.publisher.Mono;

/**
 * The dashboard's files, built into this jar under {@code static}. Assets carry their hash in their name and may be kept
 * for ever; the page itself is asked for each time.
 */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration implements WebFluxConfigurer {
    private static final String FILES = "classpath:/static/";
    private static final String NOT_BUILT = "this gateway was built without the dashboard";
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final String[] SINGLE_FILES = {"/favicon.svg", "/licenses/**", "/manifest.webmanifest", "/robots.txt"
    };
    private static final RequestPredicate OTHERS = Stream.concat(
                    Stream.of("/api/**", "/ws/**", "/assets/**"), Stream.of(SINGLE_FILES))
            .map(RequestPredicates::path)
            .reduce(RequestPredicate::or)
            .orElseThrow();
    private static final ClassPathResource PAGE = new ClassPathResource("static/index.html");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler(SINGLE_FILES)
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    /** The page, whose router knows the rest, for everybody who comes to read one. */
    @Bean
    RouterFunction<ServerResponse> dashboardPage() {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                        .and(DashboardConfiguration::wantsPage)
                        .and(OTHERS.negate()),
                DashboardConfiguration::page);
    }

    /** A page's own requests for data and images do not name HTML among what they accept. */
    private static boolean wantsPage(ServerRequest request) {
        return request.path().equals("/")
                || request.headers().accept().stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private static Mono<ServerResponse> page(ServerRequest request) {
        return PAGE.exists()
                ? ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(PAGE)
                : ServerResponse.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyValue(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, NOT_BUILT));
    }
}
