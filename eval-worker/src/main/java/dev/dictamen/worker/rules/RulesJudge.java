package dev.dictamen.worker.rules;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges without a model, by waiting times and words alone, and says so. The same chat always gets the same verdict, and it
 * never repeats a word of the chat. Good enough to fill the time until a model answers, not to replace it.
 */
public final class RulesJudge {
    /** The rules' version, where a model's verdict names its prompt. */
    static final String VERSION = "rules-1";

    /** Who gave these verdicts. */
    public static final JudgedBy JUDGED_BY = new JudgedBy(JudgedBy.Kind.RULES, null, null, null, VERSION, null, false);

    private static final String PROVISIONAL = "Valoración provisional por reglas:";
    private static final String FINAL = "Valoración por reglas:";

    private RulesJudge() {}

    public static Verdict judge(ClosedChat chat, boolean provisional) {
        var signs = ChatSigns.of(chat);
        var reason = (provisional ? PROVISIONAL : FINAL) + " " + String.join("; ", findings(signs)) + ".";
        return new Verdict(score(signs), reason, improvement(signs), keyMessages(signs), List.of());
    }

    private static Score score(ChatSigns signs) {
        if (signs.rude() != null) {
            return Score.HORRIBLE;
        }
        int value = Score.NEUTRAL.value();
        value += signs.resolved() != null ? 1 : 0;
        value += signs.thanked() && signs.courteous() ? 1 : 0;
        value -= signs.complained() ? 1 : 0;
        value -= signs.slow() ? 1 : 0;
        value -= signs.unanswered() ? 1 : 0;
        int most = signs.complained() || signs.slow() || signs.unanswered() ? Score.GOOD.value() : Score.GREAT.value();
        return scoreOf(Math.clamp(value, Score.HORRIBLE.value(), most));
    }

    private static Score scoreOf(int value) {
        return Stream.of(Score.values())
                .filter(score -> score.value() == value)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> findings(ChatSigns signs) {
        var findings = new ArrayList<String>();
        if (signs.rude() != null) {
            findings.add("el agente usó palabras descorteses con el cliente");
        }
        if (signs.unanswered()) {
            findings.add("el último mensaje del cliente quedó sin respuesta del agente");
        }
        findings.add(waiting(signs));
        if (signs.complained()) {
            findings.add("el cliente expresó molestia o una queja");
        }
        findings.add(
                signs.resolved() != null
                        ? "el agente indicó que la gestión quedó hecha"
                        : "no hay palabras del agente que confirmen una solución");
        if (signs.thanked()) {
            findings.add("el cliente se mostró agradecido al final");
        }
        return findings;
    }

    private static String waiting(ChatSigns signs) {
        var first = signs.waits().firstResponse();
        var longest = signs.waits().longest();
        if (first == null || longest == null) {
            return "no se conocen los tiempos de respuesta del agente";
        }
        var response = "la primera respuesta del agente llegó en " + inWords(first);
        return longest.compareTo(first) > 0
                ? response + " y la espera más larga del cliente fue de " + inWords(longest)
                : response;
    }

    private static String inWords(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds < 60) {
            return counted(seconds, "segundo");
        }
        if (seconds < 3600) {
            return counted(seconds / 60, "minuto");
        }
        return seconds < 172_800 ? counted(seconds / 3600, "hora") : counted(seconds / 86_400, "día");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** What would have helped most, first. */
    private static String improvement(ChatSigns signs) {
        if (signs.rude() != null) {
            return "Mantener un trato respetuoso en cada mensaje y ofrecer una disculpa al cliente por el tono usado.";
        }
        if (signs.unanswered()) {
            return "Responder siempre al último mensaje del cliente y despedirse antes de cerrar el chat.";
        }
        if (signs.slow()) {
            return "Responder antes: saludar en menos de un minuto y avisar al cliente cuando una consulta vaya a tardar.";
        }
        if (signs.complained()) {
            return "Reconocer la molestia del cliente, ofrecer una disculpa y explicar qué se hará y en qué plazo.";
        }
        if (signs.resolved() == null) {
            return "Confirmar al cliente de forma explícita qué se resolvió o cuál es el siguiente paso y su plazo.";
        }
        return signs.courteous()
                ? "Mantener este nivel y preguntar al final si el cliente necesita algo más."
                : "Saludar al cliente al empezar y agradecerle su mensaje antes de cerrar el chat.";
    }

    private static List<Integer> keyMessages(ChatSigns signs) {
        var late = signs.slow() ? signs.waits().longestEndedBy() : null;
        var before = signs.unanswered() ? signs.lastOfAgent() : null;
        return Stream.of(signs.rude(), before, late, signs.resolved())
                .filter(Objects::nonNull)
                .distinct()
                .limit(3)
                .sorted()
                .toList();
    }
}
