package dev.dictamen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluationIdTest {
    @Test
    void theSameChatRevisionAndRunAlwaysGiveTheSameId() {
        assertThat(EvaluationId.of("chat-1", 7, "live"))
                .isEqualTo(EvaluationId.of("chat-1", 7, "live"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void anotherChatRevisionOrRunGivesAnotherId() {
        assertThat(EvaluationId.of("chat-1", 7, "live"))
                .isNotEqualTo(EvaluationId.of("chat-2", 7, "live"))
                .isNotEqualTo(EvaluationId.of("chat-1", 8, "live"))
                .isNotEqualTo(EvaluationId.of("chat-1", 7, "replay-1"));
    }

    @Test
    void idsThatRunIntoEachOtherStayApart() {
        assertThat(EvaluationId.of("chat-1", 11, "live")).isNotEqualTo(EvaluationId.of("chat-11", 1, "live"));
    }
}
