package dev.dictamen.gateway.document;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.support.GenericApplicationContext;

/** Says what cannot be seen of handlers: bodies that they read themselves, what an export is, and who may call. */
final class Described implements OpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String TOKEN = "token";
    /** Path → the record that its POST reads. */
    private static final Map<String, String> BODIES = Map.of(
            "/api/prompts", "prompt.PromptRequest",
            "/api/replays", "replay.ReplayRequest",
            "/api/replays/{id}/start", "replay.ReplayController$Start",
            "/api/replays/{id}/rate", "replay.ReplayController$Rate",
            "/api/replays/{id}/promote", "replay.PromotionController$Promotion");

    static void register(GenericApplicationContext context) {
        context.registerBean(Described.class, Described::new);
        context.registerBean(ModelConverter.class, RecordSchemas::new);
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Dictamen: prompts and replays")
                .version("1")
                .description("What each of it means: replays.md. Problems are RFC 9457."));
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        document.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        BODIES.forEach((path, type) -> post(document, path).setRequestBody(body(JSON, record(document, type))));
        post(document, "/api/replays/chat-ids").setRequestBody(body(JSON_LINES, new StringSchema()));
        export(document);
        flipped(document);
    }

    private static Operation post(OpenAPI document, String path) {
        return path(document, path).getPost();
    }

    private static PathItem path(OpenAPI document, String path) {
        return Objects.requireNonNull(document.getPaths().get(path), path);
    }

    private static RequestBody body(String type, Schema<?> schema) {
        return new RequestBody().content(content(schema, type));
    }

    private static Content content(Schema<?> schema, String... types) {
        var content = new Content();
        for (var type : types) {
            content.addMediaType(type, new MediaType().schema(schema));
        }
        return content;
    }

    private static Schema<?> record(OpenAPI document, String name) {
        try {
            var type = Class.forName("dev.dictamen.gateway." + name);
            ModelConverters.getInstance(true).readAll(type).forEach(document.getComponents()::addSchemas);
            return new Schema<>().$ref(SCHEMAS + type.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no such record: " + name, e);
        }
    }

    private static void export(OpenAPI document) {
        var responses = path(document, "/api/replays/{id}/export").getGet().getResponses();
        Objects.requireNonNull(responses.get("200"), "200")
                .setContent(content(new StringSchema(), "text/csv", JSON_LINES));
    }

    /** Its query is one record. */
    private static void flipped(OpenAPI document) {
        var operation = path(document, "/api/replays/{id}/flipped").getGet();
        operation.getParameters().removeIf(parameter -> "query".equals(parameter.getName()));
        document.getComponents().getSchemas().keySet().removeIf(name -> name.endsWith("FlippedQuery"));
        for (var component : List.of("from", "to", "limit", "cursor")) {
            operation.addParametersItem(new QueryParameter().name(component).schema(new StringSchema()));
        }
    }
}
