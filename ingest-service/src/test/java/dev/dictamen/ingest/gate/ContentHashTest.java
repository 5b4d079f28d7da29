package dev.dictamen.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import dev.dictamen.ingest.testing.SeenChats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as a change. */
class ContentHashTest {
    private static final ClosedChat CHAT = SeenChats.saying("c-1", "Hola");

    @Test
    void revisionSourceAndTheTimeItWasSeenAreNoChange() {
        var again = SeenChats.of("c-1", "cdc", SeenChats.SEEN.plusSeconds(99), CHAT.closedAt(), "Hola")
                .withRevision(7);

        assertThat(ContentHash.of(again)).isEqualTo(ContentHash.of(CHAT));
    }

    @Test
    void textTimeAndIdAreChanges() {
        var hash = ContentHash.of(CHAT);

        assertThat(ContentHash.of(SeenChats.saying("c-1", "Hola."))).isNotEqualTo(hash);
        assertThat(ContentHash.of(SeenChats.saying("c-2", "Hola"))).isNotEqualTo(hash);
        assertThat(ContentHash.of(SeenChats.closedBefore(null))).isNotEqualTo(hash);
    }

    @Test
    void theOrderOfAttributesIsNoChangeButAValueIs() {
        assertThat(ContentHash.of(with("t", "x", Map.of("a", "1", "b", "2"))))
                .isEqualTo(ContentHash.of(with("t", "x", Map.of("b", "2", "a", "1"))))
                .isNotEqualTo(ContentHash.of(with("t", "x", Map.of("a", "1", "b", "3"))));
    }

    @Test
    void anOutcomeThatIsStatedLaterIsAChange() {
        assertThat(ContentHash.of(with("t", "x", Map.of("context", "buying", "csat", "4"))))
                .isNotEqualTo(ContentHash.of(with("t", "x", Map.of("context", "buying"))));
    }

    @Test
    void textThatMovesFromOneFieldToTheNextIsAChange() {
        assertThat(ContentHash.of(with("ab", "c", Map.of()))).isNotEqualTo(ContentHash.of(with("a", "bc", Map.of())));
        assertThat(ContentHash.of(with("", "c", Map.of()))).isNotEqualTo(ContentHash.of(with(null, "c", Map.of())));
    }

    @Test
    void theHashOfAChatIsTheSameOnEveryMachineAndInEveryRelease() {
        var chat = with("equipo", "Añil 👍", Map.of("clave", "valor"));

        assertThat(ContentHash.of(chat)).isEqualTo("b16760d4c504fb0426fec9c1f4de08efadb38072ee9b88ce3ed87264f1efa739");
    }

    private static ClosedChat with(@Nullable String agentName, String team, Map<String, String> attributes) {
        var message = new ChatMessage(0, Role.AGENT, "Buenos días", Instant.parse("2026-11-20T09:00:00Z"));
        return new ClosedChat(
                "c-1",
                0,
                "http",
                new Subject(null, agentName, team, null, null),
                null,
                null,
                null,
                SeenChats.SEEN,
                List.of(message),
                attributes,
                null);
    }
}
