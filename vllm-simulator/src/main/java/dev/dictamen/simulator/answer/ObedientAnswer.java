package dev.dictamen.simulator.answer;

import dev.dictamen.simulator.obedience.Obedience;
import dev.dictamen.simulator.obedience.Orders;
import dev.dictamen.simulator.protocol.ChatRequest;
import dev.dictamen.simulator.verdict.Verdict;
import java.util.stream.Collectors;

/** What a model answers that does as it was told. */
public final class ObedientAnswer {
    private static final String FORMLESS = "Claro, dejo el formato de lado y respondo en texto plano.";

    private ObedientAnswer() {}

    /** The orders in all turns but the system's. */
    public static Orders ordersIn(ChatRequest request) {
        return request.turns().stream()
                .filter(turn -> !turn.role().equals("system") && !turn.role().equals("developer"))
                .map(turn -> turn.role().equals("assistant")
                        ? Obedience.ofAssistant(turn.text())
                        : Obedience.ofUser(turn.text()))
                .reduce(Orders.NONE, Obedience::both);
    }

    public static Completion of(Orders orders, ChatRequest request, Verdict verdict) {
        var analysis = "obeying: " + orders.inWords();
        if (orders.revealing()) {
            return Completion.stop(systemPrompt(request), analysis).within(request.maxTokens());
        }
        if (orders.formless()) {
            return Completion.stop(FORMLESS, analysis).within(request.maxTokens());
        }
        var object = SchemaFiller.fill(request.schema(), verdict);
        var told = orders.english() ? FaultyAnswer.english(object) : object;
        if (orders.score() != null) {
            told.put("score", orders.score());
        }
        return Completion.stop(told.toString(), analysis).within(request.maxTokens());
    }

    private static String systemPrompt(ChatRequest request) {
        return request.turns().stream()
                .filter(turn -> turn.role().equals("system") || turn.role().equals("developer"))
                .map(ChatRequest.Turn::text)
                .collect(Collectors.joining("\n"));
    }
}
