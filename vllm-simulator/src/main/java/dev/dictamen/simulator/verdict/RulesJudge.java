package dev.dictamen.simulator.verdict;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges a chat by rules. Thread-safe; the same prompt has the same verdict. */
public final class RulesJudge {
    /** Goes into the fingerprint: another revision may judge the same chat otherwise. */
    public static final String REVISION = "rules-1";

    private RulesJudge() {}

    /** The verdict on the first chat that one of the texts holds; a neutral one that says so when there is none. */
    public static Verdict judge(List<String> userTexts) {
        return userTexts.stream()
                .flatMap(text -> ChatInPrompt.find(text).stream())
                .findFirst()
                .map(RulesJudge::verdict)
                .orElseGet(RulesJudge::withoutChat);
    }

    /**
     * The same verdict for every chat, read by nobody: for loads where the judging itself shall cost nothing.
     *
     * @throws IllegalArgumentException the score is none of the five
     */
    public static Verdict fixed(String score) {
        return new Verdict(
                Score.valueOf(score.toUpperCase(Locale.ROOT)).wireName(),
                "Veredicto fijo del simulador: el chat no se ha leído y esta nota es la misma para todos.",
                "Quite la opción de veredicto fijo para que las reglas valoren cada chat.",
                List.of(),
                List.of(),
                "fixed -> " + score);
    }

    private static Verdict verdict(List<Message> chat) {
        if (chat.stream().noneMatch(Message::isCustomer)) {
            return withoutCustomer();
        }
        var signals = Signals.of(chat);
        return new Verdict(
                Points.score(signals).wireName(),
                Reason.of(signals),
                Improvement.of(signals),
                KeyMessages.of(signals),
                chat.stream().filter(Message::isCustomer).map(Message::index).toList(),
                analysis(signals));
    }

    private static Verdict withoutChat() {
        return new Verdict(
                Score.NEUTRAL.wireName(),
                "La petición no trae ningún chat como arreglo JSON de mensajes, así que no hay nada que valorar.",
                "Envíe el chat como un arreglo JSON de mensajes con index, role y text.",
                List.of(),
                List.of(),
                "rules: no chat found in the user messages -> neutral");
    }

    private static Verdict withoutCustomer() {
        return new Verdict(
                Score.NEUTRAL.wireName(),
                "En el chat no hay ningún mensaje del cliente, así que no se puede valorar la atención que recibió.",
                "Para poder valorar la atención, el chat debe recoger también lo que escribe el cliente.",
                List.of(),
                List.of(),
                "rules: no customer message -> neutral");
    }

    private static String analysis(Signals signals) {
        return "rules: first answer %s, longest wait %s, resolved %s, open question %s, complaints %d, chased %d, rude %d, courteous %d, ends in thanks %s; points %d -> %s"
                .formatted(
                        seconds(signals.firstWait()),
                        seconds(signals.longestWait()),
                        signals.isResolved(),
                        signals.isOpen(),
                        signals.complaints().size(),
                        signals.chased().size(),
                        signals.rude().size(),
                        signals.courteous().size(),
                        signals.endsInThanks(),
                        Points.of(signals),
                        Points.score(signals).wireName());
    }

    private static String seconds(java.time.@Nullable Duration wait) {
        return wait == null ? "unknown" : wait.toSeconds() + " s";
    }
}
