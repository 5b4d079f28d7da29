package dev.dictamen.gateway.prompt;

import dev.dictamen.contract.replay.JudgePrompt.Parameters;
import dev.dictamen.contract.replay.JudgePrompt.Texts;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.gateway.web.Problems;
import dev.dictamen.kafka.ContractJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A version that somebody wants to publish.
 *
 * @param schema JSON schema of an answer, as text or as it is; what is not given is the live version's, likewise parameters
 */
record PromptRequest(
        @Nullable String version,
        @Nullable Texts texts,
        @Nullable JsonNode schema,
        @Nullable Drawn parameters) {

    /** How the model draws its words, as far as that is given. */
    record Drawn(
            @Nullable Double temperature,
            @Nullable Integer seed,
            @Nullable Integer maxTokens) {
        static final Drawn NOTHING = new Drawn(null, null, null);

        private boolean isWhole() {
            return temperature != null && seed != null && maxTokens != null;
        }

        private Parameters orAs(Parameters live) {
            return new Parameters(
                    temperature == null ? live.temperature() : temperature,
                    seed == null ? live.seed() : seed,
                    maxTokens == null ? live.maxTokens() : maxTokens);
        }
    }

    /** @param live the version that live chats are asked with, where there is one */
    Version toVersion(Optional<Version> live, String by, Instant at) {
        if (version == null || texts == null) {
            throw refused((version == null ? "version" : "texts") + " is missing");
        }
        if (texts.instructions().isBlank()) {
            throw refused("texts.instructions: some words");
        }
        try {
            return new Version(version, texts, schemaOr(live), parametersOr(live), by, at);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private String schemaOr(Optional<Version> live) {
        if (schema == null || schema.isNull()) {
            return live.map(Version::schema).orElseThrow(() -> missing("schema"));
        }
        var text = schema.isString() ? schema.asString() : schema.toString();
        if (!isObject(text)) {
            throw refused("schema: a JSON schema, that is, an object");
        }
        return text;
    }

    private static boolean isObject(String text) {
        try {
            return ContractJson.mapper().readTree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private Parameters parametersOr(Optional<Version> live) {
        var drawn = parameters == null ? Drawn.NOTHING : parameters;
        if (!drawn.isWhole() && live.isEmpty()) {
            throw missing("parameters");
        }
        return drawn.orAs(live.map(Version::parameters).orElse(new Parameters(0, 0, 1_000)));
    }

    private static ErrorResponseException missing(String field) {
        return refused(field + " is missing, and there is no live version to take it from");
    }

    private static ErrorResponseException refused(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, detail);
    }
}
