package dev.dictamen.rules;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a chat by rules. Thread-safe; the same chat has the same ruling. */
public final class RulesJudge {
    /** The rules' version: another may judge the same chat otherwise. */
    public static final String VERSION = "rules-3";

    private RulesJudge() {}

    /** The ruling on these messages, in the order in which they were written. */
    public static Ruling judge(List<Message> chat) {
        if (chat.stream().noneMatch(Message::isCustomer)) {
            return withoutCustomer();
        }
        var signals = Signals.of(chat);
        return new Ruling(
                Points.grade(signals).word(),
                Reason.of(signals),
                Improvement.of(signals),
                KeyMessages.of(signals),
                analysis(signals));
    }

    private static Ruling withoutCustomer() {
        return new Ruling(
                Grade.NEUTRAL.word(),
                "En el chat no hay ningún mensaje del cliente, así que no se puede valorar la atención que recibió.",
                "Para poder valorar la atención, el chat debe recoger también lo que escribe el cliente.",
                List.of(),
                "rules: no customer message -> neutral");
    }

    private static String analysis(Signals signals) {
        return "rules: first answer %s, longest wait %s, resolved %s, open question %s, complaints %d, chased %d, rude %d, courteous %d, ends in thanks %s; points %d -> %s"
                .formatted(
                        seconds(signals.waits().first()),
                        seconds(signals.waits().longest()),
                        signals.isResolved(),
                        signals.isOpen(),
                        signals.customer().complaints().size(),
                        signals.customer().chased().size(),
                        signals.treatment().rude().size(),
                        signals.treatment().courteous().size(),
                        signals.endsInThanks(),
                        Points.of(signals),
                        Points.grade(signals).word());
    }

    private static String seconds(@Nullable Duration wait) {
        return wait == null ? "unknown" : wait.toSeconds() + " s";
    }
}
