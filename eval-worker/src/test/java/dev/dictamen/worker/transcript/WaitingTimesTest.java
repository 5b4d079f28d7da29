package dev.dictamen.worker.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import dev.dictamen.testing.data.Chats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingTimesTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void theFirstResponseAndTheLongestWaitAreMeasuredFromTheFirstUnansweredMessage() {
        var times = of(
                at(0, Role.AGENT, 0),
                at(1, Role.CUSTOMER, 10),
                at(2, Role.CUSTOMER, 30),
                at(3, Role.BOT, 31),
                at(4, Role.AGENT, 50),
                at(5, Role.CUSTOMER, 60),
                at(6, Role.AGENT, 360));

        assertThat(times.firstResponse()).isEqualTo(Duration.ofSeconds(40));
        assertThat(times.longest()).isEqualTo(Duration.ofMinutes(5));
        assertThat(times.duration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatHasNoTimeHasNoWait() {
        var times = of(untimed(0, Role.CUSTOMER), untimed(1, Role.AGENT));

        assertThat(times.firstResponse()).isNull();
        assertThat(times.longest()).isNull();
    }

    @Test
    void anUntimedFirstAnswerIsNotReplacedByALaterOne() {
        var times = of(at(0, Role.CUSTOMER, 0), untimed(1, Role.AGENT), at(2, Role.CUSTOMER, 5), at(3, Role.AGENT, 9));

        assertThat(times.firstResponse()).isNull();
        assertThat(times.longest()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aClockThatWentBackIsNoWait() {
        var times = of(at(0, Role.CUSTOMER, 100), at(1, Role.AGENT, 40));

        assertThat(times.firstResponse()).isEqualTo(Duration.ZERO);
        assertThat(times.longest()).isEqualTo(Duration.ZERO);
    }

    @Test
    void nobodyWaitedForAnAnswerThatNeverCame() {
        var times = of(at(0, Role.AGENT, 0), at(1, Role.CUSTOMER, 10));

        assertThat(times.firstResponse()).isNull();
        assertThat(times.longest()).isNull();
    }

    private static WaitingTimes of(ChatMessage... messages) {
        return WaitingTimes.of(Chats.with("chat-1", List.of(messages)));
    }

    private static ChatMessage at(int index, Role role, long second) {
        return message(index, role, NINE.plusSeconds(second));
    }

    private static ChatMessage untimed(int index, Role role) {
        return message(index, role, null);
    }

    private static ChatMessage message(int index, Role role, @Nullable Instant sentAt) {
        return new ChatMessage(index, role, "mensaje", sentAt);
    }
}
