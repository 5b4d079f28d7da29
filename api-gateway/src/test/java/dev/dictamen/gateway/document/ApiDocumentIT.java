package dev.dictamen.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.gateway.acceptance.Gateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** docs/openapi.json says what the gateway does; {@code -Dapi.write=true} writes it anew. */
class ApiDocumentIT {
    private static final Path DOCUMENT = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theDocumentIsWhatTheGatewaySaysOfItself() throws IOException, InterruptedException {
        var described = describe();
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(DOCUMENT, described);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(described);
    }

    /** Without servers, which differ from run to run. */
    private static String describe() throws IOException, InterruptedException {
        try (var gateway = new Gateway(
                        "document",
                        Described::register,
                        "springdoc.api-docs.enabled=true",
                        "springdoc.api-docs.version=openapi_3_1",
                        "springdoc.paths-to-match=/api/prompts/**,/api/replays/**",
                        "springdoc.default-produces-media-type=application/json",
                        "springdoc.use-fqn=true",
                        "springdoc.writer-with-order-by-keys=true");
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(gateway.at("/v3/api-docs")).build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            var document = (ObjectNode) JSON.readTree(named(answer.body()));
            document.remove("servers");
            return JSON.writeValueAsString(document) + "\n";
        }
    }

    /** Records by package and name, since some share the latter; no name of a component holds a dollar. */
    private static String named(String document) {
        return document.replaceAll("(\\w)\\$([A-Z])", "$1.$2")
                .replaceAll("Dev\\.dictamen\\.[\\w.]*\\.(?=[A-Z])", "")
                .replaceAll("dev\\.dictamen\\.(gateway|contract)\\.", "");
    }
}
