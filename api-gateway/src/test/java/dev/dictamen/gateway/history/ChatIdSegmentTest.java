package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Ids and cursors as text. */
class ChatIdSegmentTest {
    @Test
    void plainIdsStandForThemselves() {
        assertThat(ChatIdSegment.toChatId("lhc-10482")).hasValue("lhc-10482");
    }

    @Test
    void anyOtherIdComesAsBase64() {
        for (String id : new String[] {"a/b", "..", "~x", "ñ😀", "' OR 1=1", "\u0000"}) {
            assertThat(ChatIdSegment.toChatId("~" + base64(id))).hasValue(id);
        }
    }

    @Test
    void whatIsNotBase64OrNotUtf8StandsForNothing() {
        for (String segment : new String[] {"~", "~!", "~_w", "", "x".repeat(191)}) {
            assertThat(ChatIdSegment.toChatId(segment)).as(segment).isEmpty();
        }
    }

    @Test
    void aPageCursorSurvivesItsText() {
        var cursor = new PageCursor(Instant.parse("2026-11-20T10:02:00.123Z"), "a:b ñ");

        assertThat(PageCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    private static String base64(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
