package dev.dictamen.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in Spanish why a chat has its score: what became of the matter, the time it took, the treatment, the customer. */
final class Reason {
    private Reason() {}

    static String of(Signals signals) {
        if (signals.waits().firstReply() == null) {
            return "El cliente escribió y ningún agente llegó a responderle: el chat se cerró sin atención.";
        }
        var sentences = new ArrayList<String>();
        addRudeness(signals, sentences);
        addOutcome(signals, sentences);
        addTime(signals, sentences);
        addCustomer(signals, sentences);
        addCourtesy(signals, sentences);
        return Sentences.within(Ruling.MAX_REASON, sentences);
    }

    private static void addRudeness(Signals signals, List<String> sentences) {
        if (!signals.treatment().rude().isEmpty()) {
            sentences.add("El agente fue descortés con el cliente.");
        }
    }

    private static void addOutcome(Signals signals, List<String> sentences) {
        if (signals.isOpen()
                && signals.customer().complaints().contains(signals.outcome().unanswered())) {
            sentences.add("El chat se cerró con una queja del cliente sin respuesta.");
        } else if (signals.isOpen()) {
            sentences.add("El último mensaje es del cliente y quedó sin respuesta.");
        } else if (signals.isResolved()) {
            sentences.add(resolved(signals));
        } else if (signals.outcome().refusal() != null) {
            sentences.add("El agente no pudo dar lo que se le pedía y no consta otra salida.");
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
        return signals.outcome().confirmation() != null
                ? "El agente resolvió la consulta y el propio cliente lo confirmó."
                : pick(
                        signals,
                        "El agente llevó la gestión hasta el final.",
                        "El agente resolvió lo que se le pedía.",
                        "La gestión quedó hecha.");
    }

    private static void addTime(Signals signals, List<String> sentences) {
        if (signals.waits().first() != null) {
            sentences.add(firstAnswer(signals.waits().first()));
        }
        if (signals.waits().longest() != null
                && Points.isOver(Points.SLOW, signals.waits().longest())) {
            sentences.add("En mitad de la conversación el cliente esperó "
                    + WaitInWords.of(signals.waits().longest()) + " sin noticias.");
        }
    }

    private static String firstAnswer(Duration wait) {
        var time = WaitInWords.of(wait);
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
        if (!signals.customer().chased().isEmpty()) {
            sentences.add(
                    signals.customer().chased().size() == 1
                            ? "El cliente tuvo que insistir para que le atendieran."
                            : "El cliente tuvo que insistir "
                                    + signals.customer().chased().size() + " veces.");
        }
        if (!signals.customer().complaints().isEmpty()) {
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
        boolean apologised = !signals.treatment().empathetic().isEmpty();
        var last = signals.customer().complaints().getLast();
        if (last.equals(signals.outcome().unanswered())) {
            return apologised ? "El agente se había disculpado." : "El agente no se disculpó.";
        }
        return apologised
                ? "El cliente mostró su malestar; el agente se disculpó."
                : "El cliente mostró su malestar, sin recibir una disculpa.";
    }

    private static void addCourtesy(Signals signals, List<String> sentences) {
        if (!signals.treatment().rude().isEmpty()) {
            return;
        }
        sentences.add(
                signals.treatment().courteous().isEmpty()
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
        int seed = signals.waits().firstReply() == null
                ? 0
                : signals.waits().firstReply().text().hashCode();
        return words[Math.floorMod(seed, words.length)];
    }
}
