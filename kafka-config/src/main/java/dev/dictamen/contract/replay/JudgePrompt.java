package dev.dictamen.contract.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dictamen.contract.ReplayEvent;
import dev.dictamen.contract.Sha256;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the compacted topic of prompts holds: versions, which never change, and which one live chats are asked with. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = JudgePrompt.Version.class, name = "version"),
    @Type(value = JudgePrompt.Live.class, name = "live")
})
public sealed interface JudgePrompt extends ReplayEvent {
    /** The key of {@link Live}; no version may have this name. */
    String LIVE = "live";

    /** The names that a version may have: they stand in addresses and file names. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * One version of the words that the judge is asked with.
     *
     * @param version its name, {@link #NAME}
     * @param texts the words
     * @param schema JSON schema of an answer
     * @param parameters how the model draws its words, unless it is asked otherwise
     * @param publishedBy "eval-worker" for what came with the software, else who published it
     * @param publishedAt UTC
     */
    record Version(
            String version, Texts texts, String schema, Parameters parameters, String publishedBy, Instant publishedAt)
            implements JudgePrompt {
        public Version {
            Objects.requireNonNull(version, "version");
            if (!NAME.matcher(version).matches() || version.equals(LIVE)) {
                throw new IllegalArgumentException(
                        "no name of a prompt version (letters, digits, . _ -, not \"live\"): " + version);
            }
            Objects.requireNonNull(texts, "texts");
            Objects.requireNonNull(schema, "schema");
            Objects.requireNonNull(parameters, "parameters");
            Objects.requireNonNull(publishedBy, "publishedBy");
            Objects.requireNonNull(publishedAt, "publishedAt");
        }

        /** SHA-256 (hex) of every word of this version. */
        public String hash() {
            return Sha256.hex(String.join("\0", texts.instructions(), texts.task(), texts.repair(), schema));
        }

        /** Whether the other says the same in the same way, whoever published it. */
        public boolean asksAs(Version other) {
            return hash().equals(other.hash()) && parameters.equals(other.parameters);
        }

        @Override
        public String key() {
            return version;
        }

        @Override
        public String id() {
            return version + "/" + publishedAt.toEpochMilli();
        }
    }

    /**
     * The words of a version.
     *
     * @param instructions the system message, without the schema
     * @param task the message that carries the chat: holds {@code {delimiter}} and {@code {chat}}, and may hold figures
     * @param repair the request for a better answer: holds {@code {errors}}
     */
    record Texts(String instructions, String task, String repair) {
        public Texts {
            Objects.requireNonNull(instructions, "instructions");
            requirePlace(task, "task", "{chat}");
            requirePlace(task, "task", "{delimiter}");
            requirePlace(repair, "repair", "{errors}");
        }

        private static void requirePlace(String text, String name, String place) {
            if (!Objects.requireNonNull(text, name).contains(place)) {
                throw new IllegalArgumentException(name + ": lacks its place " + place);
            }
        }
    }

    /**
     * How the model draws its words.
     *
     * @param temperature 0 to 2
     * @param seed same seed, same draw, as far as the server can
     * @param maxTokens most tokens of an answer, reasoning included
     */
    record Parameters(double temperature, int seed, int maxTokens) {
        private static final int FEWEST_TOKENS = 200;
        private static final int MOST_TOKENS = 8_000;

        public Parameters {
            if (!(temperature >= 0 && temperature <= Ask.MAX_TEMPERATURE)) {
                throw new IllegalArgumentException("temperature: from 0 to 2, not " + temperature);
            }
            if (maxTokens < FEWEST_TOKENS || maxTokens > MOST_TOKENS) {
                throw new IllegalArgumentException("maxTokens: from 200 to 8000, not " + maxTokens);
            }
        }

        /** These, but for what {@code ask} says otherwise. */
        public Parameters with(Ask ask) {
            return new Parameters(
                    ask.temperature() == null ? temperature : ask.temperature(),
                    ask.seed() == null ? seed : ask.seed(),
                    maxTokens);
        }
    }

    /**
     * How live chats are asked from now on.
     *
     * @param ask the version, and what is asked otherwise than it says
     * @param previous how they were asked before; null at the beginning
     * @param replay the replay whose comparison it rests on; null where there is none
     * @param by who decided
     * @param at UTC
     */
    record Live(Ask ask, @Nullable Ask previous, @Nullable String replay, String by, Instant at)
            implements JudgePrompt {
        public Live {
            Objects.requireNonNull(ask, "ask");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String key() {
            return LIVE;
        }

        @Override
        public String id() {
            return LIVE + "/" + at.toEpochMilli();
        }
    }
}
