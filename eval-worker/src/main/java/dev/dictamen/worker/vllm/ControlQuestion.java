package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.Question.Turn;
import dev.dictamen.worker.judge.Question.Wording;
import java.util.ArrayList;

/**
 * A question about a chat of our own that any replica answers which answers at all: with the same instructions, model and schema as
 * the question that it stands for, so that only the chat differs.
 */
final class ControlQuestion {
    private static final String CHAT = """
            Evalúa esta conversación: \
            [{"i": 0, "de": "cliente", "texto": "Hola, ¿a qué hora abren mañana?"}, \
            {"i": 1, "de": "agente", "texto": "Buenos días. Abrimos a las nueve."}, \
            {"i": 2, "de": "cliente", "texto": "Gracias."}]""";

    private ControlQuestion() {}

    static Question of(Question question) {
        var turns = new ArrayList<Turn>();
        question.wording().turns().stream()
                .filter(turn -> turn.role().equals("system"))
                .forEach(turns::add);
        turns.add(new Turn("user", CHAT));
        var wording = question.wording();
        return new Question(
                question.evaluationId(),
                question.attempt(),
                question.routing(),
                new Wording(turns, wording.tokens(), wording.schema()),
                question.sampling());
    }
}
