package dev.dictamen.rules;

import java.util.ArrayList;
import java.util.List;

/** Says in Spanish what the agent could do better, the gravest first, at most three things. */
final class Improvement {
    private static final int MOST = 3;

    private Improvement() {}

    static String of(Signals signals) {
        var advice = new ArrayList<String>();
        addTreatment(signals, advice);
        addOutcome(signals, advice);
        addTime(signals, advice);
        addClosing(signals, advice);
        if (advice.isEmpty()) {
            advice.add("Conviene mantener este nivel: respuesta rápida, solución confirmada y buen trato.");
            advice.add(
                    "Como detalle, puede cerrar con un resumen de lo acordado para que el cliente lo tenga por escrito.");
        }
        return Sentences.within(
                Ruling.MAX_IMPROVEMENT, advice.stream().limit(MOST).toList());
    }

    private static void addTreatment(Signals signals, List<String> advice) {
        if (!signals.treatment().rude().isEmpty()) {
            advice.add(
                    "Hay que cuidar el tono incluso ante un cliente molesto: reconocer el problema, evitar los reproches "
                            + "y, si la conversación se tensa, pedir apoyo a un supervisor.");
        }
        if (!signals.customer().complaints().isEmpty()
                && signals.treatment().empathetic().isEmpty()) {
            advice.add(
                    "Ante una queja, empiece por una disculpa sincera y repita con sus palabras lo que el cliente necesita "
                            + "antes de pasar a la gestión.");
        }
    }

    private static void addOutcome(Signals signals, List<String> advice) {
        if (signals.waits().firstReply() == null) {
            advice.add(
                    "Ningún chat debería cerrarse sin una respuesta: conviene revisar el reparto y avisar al cliente de "
                            + "cuándo se le atenderá.");
        } else if (signals.isOpen()) {
            advice.add(
                    "Antes de cerrar, compruebe que no queda ninguna pregunta del cliente sin responder; si falta un dato, "
                            + "diga cuándo lo tendrá y por qué medio.");
        } else if (!signals.isResolved() && signals.outcome().refusal() != null) {
            advice.add(
                    "Cuando algo no sea posible, explique el motivo y ofrezca siempre una alternativa concreta con su plazo.");
        } else if (!signals.isResolved()) {
            advice.add(
                    "Confirme de forma explícita que la consulta quedó resuelta, o deje claro el siguiente paso, quién lo dará "
                            + "y en qué plazo.");
        }
    }

    private static void addTime(Signals signals, List<String> advice) {
        if (Points.isOver(Points.PROMPT, signals.waits().first())) {
            advice.add(
                    "Se recomienda saludar en el primer minuto, aunque la solución tarde: basta un «Hola, ya estoy revisando "
                            + "su caso» para que el cliente sepa que hay alguien.");
        }
        if (Points.isOver(Points.SLOW, signals.waits().longest())
                || !signals.customer().chased().isEmpty()) {
            advice.add(
                    "Si una comprobación se alarga, avise cada pocos minutos para que el cliente no tenga que insistir.");
        }
    }

    private static void addClosing(Signals signals, List<String> advice) {
        if (signals.waits().firstReply() == null) {
            return;
        }
        if (signals.treatment().courteous().isEmpty()) {
            advice.add("Un saludo al empezar y una despedida amable al terminar cambian la impresión de todo el chat.");
        }
        if (signals.treatment().followUp() == null) {
            advice.add("Pregunte al final si hay algo más en lo que pueda ayudar.");
        }
    }
}
