package dev.dictamen.simulator.verdict;

import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import dev.dictamen.rules.RulesJudge;
import java.util.List;
import java.util.Locale;

/** Judges the chat that a prompt holds by rules. Thread-safe; the same prompt has the same verdict. */
public final class PromptJudge {
    private static final List<String> SCORES = List.of("horrible", "bad", "neutral", "good", "great");

    private PromptJudge() {}

    /** The verdict on the first chat that one of the texts holds; a neutral one that says so when there is none. */
    public static Verdict judge(List<String> userTexts) {
        return userTexts.stream()
                .flatMap(text -> ChatInPrompt.find(text).stream())
                .findFirst()
                .map(PromptJudge::verdict)
                .orElseGet(PromptJudge::withoutChat);
    }

    /**
     * The same verdict for every chat, read by nobody: for loads where the judging itself shall cost nothing.
     *
     * @throws IllegalArgumentException the score is none of the five
     */
    public static Verdict fixed(String score) {
        var word = score.toLowerCase(Locale.ROOT);
        if (!SCORES.contains(word)) {
            throw new IllegalArgumentException("'" + score + "' is not one of " + SCORES);
        }
        return new Verdict(
                word,
                "Veredicto fijo del simulador: el chat no se ha leído y esta nota es la misma para todos.",
                "Quite la opción de veredicto fijo para que las reglas valoren cada chat.",
                List.of(),
                List.of(),
                "fixed -> " + score);
    }

    private static Verdict verdict(List<Message> chat) {
        var ruling = RulesJudge.judge(chat);
        return new Verdict(
                ruling.score(),
                ruling.reason(),
                ruling.improvement(),
                ruling.keyMessages(),
                chat.stream()
                        .filter(message -> message.speaker() == Speaker.CUSTOMER)
                        .map(Message::index)
                        .toList(),
                ruling.analysis());
    }

    private static Verdict withoutChat() {
        return new Verdict(
                "neutral",
                "La petición no trae ningún chat como arreglo JSON de mensajes, así que no hay nada que valorar.",
                "Envíe el chat como un arreglo JSON de mensajes con index, role y text.",
                List.of(),
                List.of(),
                "rules: no chat found in the user messages -> neutral");
    }
}
