package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page of flipped chats ends. */
class ShiftCursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"chat-1", "rara/ñ ?#%2f", "a:b", "zwei\nZeilen"})
    void isReadAsItWasWritten(String chatId) {
        var cursor = new ShiftCursor(3, chatId);

        assertThat(ShiftCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!", "NTpjaGF0", "MDpjaGF0", "Mzo"})
    void whatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShiftCursor.decode(text));
    }

    @Test
    void isSafeInAnAddress() {
        assertThat(new ShiftCursor(4, "ÿÿÿ~~~???").encode()).matches("[A-Za-z0-9_-]+");
    }
}
