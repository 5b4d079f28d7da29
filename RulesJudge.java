package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A verdict without a model, from times and a few plain words: the same chat, the same verdict. It says what it is; it cannot
 * read, so it gives the two extreme scores only where every sign agrees.
 */
final class RulesJudge {
    static final JudgedBy JUDGED_BY =
            new JudgedBy(JudgedBy.Kind.RULES, null, null, null, "rules-1", null, false);

    private static final Duration FAST = Duration.ofMinutes(2);
    private static final Duration SLOW = Duration.ofMinutes(10);
    private static final Duration VERY_SLOW = Duration.ofMinutes(30);
    private static final Pattern THANKS =
            words("gracias|agradezco|perfecto|excelente|genial|muy amable|thanks|thank you|great|perfect");
    private static final Pattern COMPLAINT = words("p[ée]simo|p[ée]sima|queja|reclamo|inaceptable|molest[oa]|enojad[oa]|estafa"
            + "|terrible|nadie responde|no sirve|no me ayud\\p{L}*|unacceptable|terrible|useless|worst|complaint|angry");
    private static final Pattern RESOLUTION = words("resuelto|resolví|solucionad[oa]|listo|confirmad[oa]|ya qued[óo]|reembols\\p{L}*"
            + "|agendad[oa]|activad[oa]|corregid[oa]|resolved|fixed|confirmed|booked|refunded|done");

    private final ClosedChat chat;
    private final ChatFigures figures;
    private final boolean thanked;
    private final boolean complained;
    private final boolean resolved;
    private final boolean questionOpen;

    private RulesJudge(ClosedChat chat) {
        this.chat = chat;
        figures = ChatFigures.of(chat);
        var lastOfCustomer = last(Role.CUSTOMER);
        thanked = lastOfCustomer != null && THANKS.matcher(lastOfCustomer.text()).find();
        complained = says(COMPLAINT, Role.CUSTOMER);
        resolved = says(RESOLUTION, Role.AGENT);
        questionOpen = figures.unanswered() && lastOfCustomer != null && lastOfCustomer.text().contains("?");
    }

    static Verdict judge(ClosedChat chat, boolean provisional) {
        var rules = new RulesJudge(chat);
        var begins = provisional ? "Valoración provisional por reglas: " : "Valoración por reglas: ";
        return new Verdict(
                score(rules.points()), begins + rules.reason(), rules.improvement(), rules.keyMessages(), List.of());
    }

    /** From -6 to 4: speed, thanks, a resolution; slowness, complaints, an open question. */
    private int points() {
        int points = (thanked ? 1 : 0) + (resolved ? 1 : 0) - (complained ? 1 : 0) - (questionOpen ? 2 : 0);
        var first = figures.firstResponse();
        if (first != null) {
            points += isAtMost(FAST, first) ? 1 : 0;
            points -= isAtMost(SLOW, first) ? 0 : 1;
        }
        var longest = figures.longestWait();
        if (longest != null) {
            points += isAtMost(FAST, longest) ? 1 : 0;
            points -= isAtMost(VERY_SLOW, longest) ? 0 : 1;
        }
        return points;
    }

    private static Score score(int points) {
        if (points >= 4) {
            return Score.GREAT;
        }
        if (points >= 2) {
            return Score.GOOD;
        }
        if (points >= 0) {
            return Score.NEUTRAL;
        }
        return points >= -3 ? Score.BAD : Score.HORRIBLE;
    }

    private String reason() {
        var reason = new StringBuilder();
        if (figures.firstResponse() == null) {
            reason.append("el chat no permite medir la primera respuesta del agente.");
        } else {
            reason.append("la primera respuesta del agente tardó ")
                    .append(ChatFigures.inWords(figures.firstResponse()))
                    .append(" y la espera más larga del cliente fue de ")
                    .append(ChatFigures.inWords(figures.longestWait()))
                    .append('.');
        }
        reason.append(questionOpen ? " La última pregunta del cliente quedó sin respuesta." : "");
        reason.append(thanked ? " El cliente se despidió con agradecimiento." : "");
        reason.append(complained ? " El cliente expresó una queja." : "");
        reason.append(resolved ? " El agente dio por resuelta la gestión." : "");
        return reason.append(" Ningún modelo leyó el contenido.").toString();
    }

    private String improvement() {
        var improvement = new StringBuilder();
        var first = figures.firstResponse();
        if (first != null && !isAtMost(FAST, first)) {
            improvement.append("Conviene saludar en los primeros minutos y avisar de la espera. ");
        }
        if (questionOpen) {
            improvement.append("Conviene responder la última pregunta del cliente antes de cerrar el chat. ");
        }
        if (complained) {
            improvement.append("Conviene reconocer la queja del cliente y ofrecerle una alternativa. ");
        }
        if (!resolved) {
            improvement.append("Conviene confirmar con el cliente que su gestión quedó resuelta. ");
        }
        return improvement.isEmpty()
                ? "Por tiempos y cierre no se observa nada que corregir; para más detalle conviene leer el chat."
                : improvement.toString().strip();
    }

    private List<Integer> keyMessages() {
        var indices = new TreeSet<Integer>();
        var agents = chat.messages().stream()
                .filter(message -> message.role() == Role.AGENT)
                .toList();
        if (!agents.isEmpty()) {
            indices.add(agents.getFirst().index());
            indices.add(agents.getLast().index());
        }
        return List.copyOf(indices);
    }

    private @Nullable ChatMessage last(Role role) {
        return chat.messages().reversed().stream()
                .filter(message -> message.role() == role)
                .findFirst()
                .orElse(null);
    }

    private boolean says(Pattern words, Role role) {
        return chat.messages().stream()
                .anyMatch(message ->
                        message.role() == role && words.matcher(message.text()).find());
    }

    private static boolean isAtMost(Duration most, Duration time) {
        return time.compareTo(most) <= 0;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "\\b(" + alternatives + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
