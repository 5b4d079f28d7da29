package dev.dictamen.simulator.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in Spanish why a chat has its score: what became of the matter, the time it took, the treatment, the customer. */
final class Reason {
    private Reason() {}

    static String of(Signals signals) {
        if (signals.firstReply() == null) {
            return "El cliente escribió y ningún agente llegó a responderle: el chat se cerró sin atención.";
        }
        var sentences = new ArrayList<String>();
        addRudeness(signals, sentences);
        addOutcome(signals, sentences);
        addTime(signals, sentences);
        addCustomer(signals, sentences);
        addCourtesy(signals, sentences);
        return Sentences.within(Verdict.MAX_REASON, sentences);
    }

    private static void addRudeness(Signals signals, List<String> sentences) {
        if (!signals.rude().isEmpty()) {
            sentences.add("El agente fue descortés con el cliente: "
                    + Phrases.RUDENESS.quotedFrom(signals.rude().getFirst()) + ".");
        }
    }

    private static void addOutcome(Signals signals, List<String> sentences) {
        if (signals.unanswered() != null && signals.complaints().contains(signals.unanswered())) {
            sentences.add("El chat se cerró con una queja del cliente sin respuesta: " + complaint(signals.unanswered())
                    + ".");
        } else if (signals.unanswered() != null) {
            sentences.add("El último mensaje es del cliente y quedó sin respuesta: "
                    + Quotation.around(signals.unanswered().text(), 0) + ".");
        } else if (signals.isResolved()) {
            sentences.add(resolved(signals));
        } else if (signals.refusal() != null) {
            sentences.add("El agente no pudo dar lo que se le pedía (" + Phrases.REFUSAL.quotedFrom(signals.refusal())
                    + ") y no consta otra salida.");
        } else if (signals.endsInThanks()) {
            sentences.add(
                    "El agente atendió la consulta y el cliente quedó conforme, aunque nadie confirmó el cierre.");
        } else {
            sentences.add(pick(
                    signals,
                    "El agente atendió la consulta, pero nada en el chat confirma que quedara resuelta.",
                    "Hubo respuesta, pero no queda constancia de que el asunto se cerrara."));
        }
    }

    private static String resolved(Signals signals) {
        if (signals.confirmation() != null) {
            return "El agente resolvió la consulta y el propio cliente lo confirmó: "
                    + Phrases.CUSTOMER_CONFIRMS.quotedFrom(signals.confirmation()) + ".";
        }
        return signals.resolution() == null
                ? "El agente resolvió la consulta."
                : pick(
                                signals,
                                "El agente llevó la gestión hasta el final: ",
                                "El agente resolvió lo que se le pedía: ",
                                "La gestión quedó hecha: ")
                        + Phrases.RESOLUTION.quotedFrom(signals.resolution())
                        + ".";
    }

    private static void addTime(Signals signals, List<String> sentences) {
        if (signals.firstWait() != null) {
            sentences.add(firstAnswer(signals.firstWait()));
        }
        if (signals.longestWait() != null && Points.isOver(Points.SLOW, signals.longestWait())) {
            sentences.add("En mitad de la conversación el cliente esperó " + Wait.inSpanish(signals.longestWait())
                    + " sin noticias.");
        }
    }

    private static String firstAnswer(Duration wait) {
        var time = Wait.inSpanish(wait);
        if (Points.isOver(Points.SLOW, wait)) {
            return "La primera respuesta tardó " + time + ", demasiado para un chat en vivo.";
        }
        return Points.isOver(Points.PROMPT, wait)
                ? "La primera respuesta llegó a los " + time + ", un tiempo aceptable."
                : wait.toSeconds() < 1
                        ? "La primera respuesta fue inmediata."
                        : "La primera respuesta llegó en " + time + ".";
    }

    private static void addCustomer(Signals signals, List<String> sentences) {
        if (!signals.chased().isEmpty()) {
            sentences.add(
                    signals.chased().size() == 1
                            ? "El cliente tuvo que insistir para que le atendieran."
                            : "El cliente tuvo que insistir " + signals.chased().size() + " veces.");
        }
        if (!signals.complaints().isEmpty()) {
            sentences.add(complaints(signals));
        } else if (signals.endsInThanks()) {
            sentences.add(pick(
                    signals,
                    "El cliente se despidió agradecido.",
                    "El cliente dio las gracias al terminar.",
                    "El chat terminó con el agradecimiento del cliente."));
        }
    }

    private static String complaints(Signals signals) {
        boolean apologised = !signals.empathetic().isEmpty();
        var last = signals.complaints().getLast();
        if (last.equals(signals.unanswered())) {
            return apologised ? "El agente se había disculpado." : "El agente no se disculpó.";
        }
        return "El cliente mostró su malestar: " + complaint(last)
                + (apologised ? "; el agente se disculpó." : ", sin recibir una disculpa.");
    }

    private static String complaint(Message message) {
        return (Phrases.COMPLAINT.in(message) ? Phrases.COMPLAINT : Phrases.NOT_SOLVED).quotedFrom(message);
    }

    private static void addCourtesy(Signals signals, List<String> sentences) {
        if (!signals.rude().isEmpty()) {
            return;
        }
        sentences.add(
                signals.courteous().isEmpty()
                        ? pick(
                                signals,
                                "El trato fue seco, sin saludo ni fórmulas de cortesía.",
                                "Faltó calidez: no hubo saludo ni despedida.")
                        : pick(
                                signals,
                                "El trato fue correcto y amable.",
                                "El tono fue cordial en todo momento.",
                                "El agente cuidó las formas."));
    }

    /** The same words for the same chat, other words for another. */
    private static String pick(Signals signals, String... words) {
        int seed =
                signals.firstReply() == null ? 0 : signals.firstReply().text().hashCode();
        return words[Math.floorMod(seed, words.length)];
    }
}
