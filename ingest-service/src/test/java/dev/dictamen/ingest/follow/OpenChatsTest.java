package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A closed chat is never taken for an open one. */
class OpenChatsTest {
    private final OpenChats openChats = new OpenChats();

    @Test
    void anUnknownChatIsNotOpen() {
        assertThat(openChats.isOpen("1")).isFalse();
    }

    @Test
    void theLogSaysWhetherAChatIsOpen() {
        openChats.changed("1", true);
        assertThat(openChats.isOpen("1")).isTrue();

        openChats.changed("1", false);
        assertThat(openChats.isOpen("1")).isFalse();
    }

    @Test
    void readingFindsAChatOpen() {
        openChats.changed("1", false);
        openChats.readOpen("1", System.nanoTime() + 1);

        assertThat(openChats.isOpen("1")).isTrue();
    }

    @Test
    void whatTheLogSaidSinceReadingBeganCountsMore() {
        long before = System.nanoTime();
        openChats.changed("1", false);
        openChats.readOpen("1", before);

        assertThat(openChats.isOpen("1")).isFalse();
    }

    @Test
    void theLongestUnusedAreForgotten() {
        openChats.changed("first", true);
        openChats.changed("second", true);
        for (int i = 0; i < 99_999; i++) {
            openChats.isOpen("first");
            openChats.changed(String.valueOf(i), true);
        }

        assertThat(openChats.isOpen("second")).isFalse();
        assertThat(openChats.isOpen("first")).isTrue();
    }
}
