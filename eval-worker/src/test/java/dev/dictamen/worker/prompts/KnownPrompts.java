package dev.dictamen.worker.prompts;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.judge.JudgeProperties;
import java.time.Instant;

/** Prompts as they are known once their topic was read. */
public final class KnownPrompts {
    public static final String MODEL = "openai/gpt-oss-20b";
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    private KnownPrompts() {}

    /** The version that the software brings, which is the live one, and others. */
    public static Prompts with(JudgePrompt.Version... others) {
        var own = BuiltInPrompt.at(AT);
        var prompts = new Prompts(new JudgeProperties(MODEL));
        prompts.take(own);
        prompts.take(new JudgePrompt.Live(Ask.with(own.version()), null, null, "eval-worker", AT));
        for (var other : others) {
            prompts.take(other);
        }
        return prompts;
    }

    /** As live chats are asked. */
    public static Asking live() {
        return with().find(null).orElseThrow();
    }

    /** The same words under another name, with one more. */
    public static JudgePrompt.Version named(String version) {
        var own = BuiltInPrompt.at(AT);
        var texts = new JudgePrompt.Texts(
                own.texts().instructions() + "\n" + version,
                own.texts().task(),
                own.texts().repair());
        return new JudgePrompt.Version(version, texts, own.schema(), own.parameters(), "ana", AT);
    }
}
