package dev.dictamen.worker.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.worker.testing.Conversations;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void anEstimateIsNotLessThanWhatIsCountedInAnyRealChat() {
        assertThat(Conversations.real())
                .map(chat -> Transcript.of(chat).json())
                .allSatisfy(text -> assertThat(Tokens.estimate(text)).isGreaterThanOrEqualTo(Tokens.in(text)));
    }

    @Test
    void aTextThatMayNotFitIsCounted() {
        var text = "una frase cualquiera ".repeat(2_000);

        assertThat(Tokens.estimate(text)).isEqualTo(Tokens.in(text));
    }
}
