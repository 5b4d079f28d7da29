package dev.dictamen.worker.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.evaluate.Evaluators;
import dev.dictamen.worker.evaluate.Run;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.testing.ScriptedJudge;
import dev.dictamen.worker.testing.StubReplica;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SelectionTest {
    private static final String FILLER = "sí ok vale ya sí ok ".repeat(10);

    @Test
    void theDensestOfTheMiddleIsKeptWithItsNumber() {
        var messages = filler(4_000);
        messages.set(
                2_000, new ChatMessage(2_000, Role.CUSTOMER, "¿Cuándo cancelan mi contrato? Quiero reclamar.", null));

        var transcript = Transcript.of(Chats.with("chat-1", messages));

        assertThat(transcript.truncated()).isTrue();
        assertThat(transcript.json())
                .contains("\"index\":0,", "\"index\":3999,", "\"index\":2000,", "omitted_messages");
    }

    @Test
    void whatIsShownAndWhatIsOmittedAddUpToTheChat() {
        var array = JsonMapper.shared()
                .readTree(Transcript.of(Chats.with("chat-1", filler(4_000))).json());

        int omitted = array.findValues("omitted_messages").stream()
                .mapToInt(JsonNode::asInt)
                .sum();

        assertThat(array.findValues("index")).hasSize(4_000 - omitted);
    }

    @Test
    void aChatThatFitsIsShownWhole() {
        var transcript = Transcript.of(Chats.with("chat-1", filler(150)));

        assertThat(transcript.truncated()).isFalse();
        assertThat(transcript.hasBothSides()).isTrue();
    }

    @Test
    void aLongChatIsFlagged() throws Exception {
        var judge = new ScriptedJudge(StubReplica.GOOD);

        var scored = (Evaluation.Scored) evaluate(judge, filler(4_000));

        assertThat(scored.verdict().flags()).containsExactly("truncated");
        assertThat(judge.asked.getFirst().wording().tokens()).isLessThan(Tokens.WINDOW - 1_500);
    }

    @Test
    void aChatOfWhichOneSideDoesNotFitIsSkipped() throws Exception {
        var rare = new String(Character.toChars(0x2A6B2)).repeat(30_000);
        var chat = Chats.with(
                "chat-1",
                List.of(new ChatMessage(0, Role.CUSTOMER, rare, null), new ChatMessage(1, Role.AGENT, "hola", null)));
        var judge = new ScriptedJudge();
        var evaluator = Evaluators.asking(judge);

        var skipped = (Evaluation.Skipped) evaluator.evaluate(chat, Run.LIVE, Lane.LIVE);

        assertThat(skipped.reason()).isEqualTo(SkipReason.TOO_LARGE);
        assertThat(judge.asked).isEmpty();
        assertThat(evaluator.provisional(chat)).isEmpty();
    }

    private static Evaluation evaluate(Judge judge, List<ChatMessage> messages) throws InterruptedException {
        return Evaluators.asking(judge).evaluate(Chats.with("chat-1", messages), Run.LIVE, Lane.LIVE);
    }

    private static List<ChatMessage> filler(int count) {
        var messages = new ArrayList<ChatMessage>();
        for (int i = 0; i < count; i++) {
            messages.add(new ChatMessage(i, i % 2 == 0 ? Role.CUSTOMER : Role.AGENT, FILLER, null));
        }
        return messages;
    }
}
