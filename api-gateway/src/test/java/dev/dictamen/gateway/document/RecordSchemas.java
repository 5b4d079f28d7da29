package dev.dictamen.gateway.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dictamen.contract.replay.Selection;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be null and what is always there, by the components of our records. */
final class RecordSchemas implements ModelConverter {
    private static final String OURS = "dev.dictamen.";
    private static final String NULL = "null";
    /** What is left out of these has a default. */
    private static final Set<Class<?>> WITH_DEFAULTS = Set.of(Selection.class, Selection.Filter.class);

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (raw == JsonNode.class) {
            return new JsonSchema();
        }
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (raw.isRecord() && raw.getName().startsWith(OURS)) {
            context.getDefinedModels().values().stream()
                    .filter(model ->
                            raw.getCanonicalName().equals(model.getName().replace('$', '.')))
                    .forEach(model -> describe(raw, model));
        }
        return schema;
    }

    private static void describe(Class<?> type, Schema<?> model) {
        for (var component : type.getRecordComponents()) {
            var property =
                    model.getProperties() == null ? null : model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (isNullable(component)) {
                model.getProperties().put(component.getName(), nullable(property));
            } else if (!WITH_DEFAULTS.contains(type)) {
                model.addRequiredItem(component.getName());
            }
        }
        kinds(type).forEach(kind -> {
            model.addProperty("type", new StringSchema()._enum(List.of(kind)));
            model.addRequiredItem("type");
        });
    }

    /** The word that tells it from others of its interface, where it has one. */
    private static Stream<String> kinds(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .map(found -> found.getAnnotation(JsonSubTypes.class))
                .filter(Objects::nonNull)
                .flatMap(all -> Arrays.stream(all.value()))
                .filter(one -> one.value() == type)
                .map(JsonSubTypes.Type::name);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.isAnnotationPresent(JsonUnwrapped.class);
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.getTypes() != null) {
            property.addType(NULL);
            return property;
        }
        return property.getAnyOf() != null
                ? property
                : new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of(NULL))));
    }
}
