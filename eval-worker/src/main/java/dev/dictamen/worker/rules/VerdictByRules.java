package dev.dictamen.worker.rules;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.contract.Word;
import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import dev.dictamen.rules.RulesJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of the shared rules on a chat, which says that rules gave it. The same chat always gets the same verdict, and
 * it never repeats a word of the chat. Good enough to fill the time until a model answers, not to replace it.
 */
public final class VerdictByRules {
    /** Who gave these verdicts; the rules' version stands where a model's verdict names its prompt. */
    public static final JudgedBy JUDGED_BY =
            new JudgedBy(JudgedBy.Kind.RULES, null, null, null, RulesJudge.VERSION, null, null, false);

    private static final String PROVISIONAL = "Valoración provisional por reglas: ";
    private static final String FINAL = "Valoración por reglas: ";

    private VerdictByRules() {}

    public static Verdict on(ClosedChat chat, boolean provisional) {
        var start = chat.messages().stream()
                .map(ChatMessage::sentAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
        var ruling = RulesJudge.judge(
                chat.messages().stream().map(message -> read(message, start)).toList());
        return new Verdict(
                Word.of(Score.class, ruling.score()).orElseThrow(),
                (provisional ? PROVISIONAL : FINAL) + ruling.reason(),
                ruling.improvement(),
                ruling.keyMessages(),
                List.of());
    }

    private static Message read(ChatMessage message, Instant start) {
        return Message.of(message.index(), speakerOf(message.role()), message.text(), since(start, message.sentAt()));
    }

    private static @Nullable Duration since(Instant start, @Nullable Instant sentAt) {
        return sentAt == null ? null : Duration.between(start, sentAt);
    }

    private static Speaker speakerOf(Role role) {
        return switch (role) {
            case AGENT -> Speaker.AGENT;
            case CUSTOMER -> Speaker.CUSTOMER;
            case BOT, SYSTEM, NOTE -> Speaker.OTHER;
        };
    }
}
