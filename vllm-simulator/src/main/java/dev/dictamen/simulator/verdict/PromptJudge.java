package dev.dictamen.simulator.verdict;

import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import dev.dictamen.rules.RulesJudge;
import java.util.List;
import java.util.stream.Collectors;

/** Judges the chat that a prompt holds by rules. Thread-safe; the same prompt has the same verdict. */
public final class PromptJudge {
    private PromptJudge() {}

    /**
     * The verdict on the first chat that one of the texts holds; a neutral one that says so when there is none.
     *
     * @param wayOfAsking whatever else decides a model's answer: another way, other chats that drift
     */
    public static Verdict judge(List<String> userTexts, ScoreDrift drift, String wayOfAsking) {
        return userTexts.stream()
                .flatMap(text -> ChatInPrompt.find(text).stream())
                .findFirst()
                .map(chat -> drift.of(verdict(chat), textOf(chat), wayOfAsking))
                .orElseGet(PromptJudge::withoutChat);
    }

    private static String textOf(List<Message> chat) {
        return chat.stream().map(Message::text).collect(Collectors.joining("\n"));
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
