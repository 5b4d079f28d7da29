package dev.dictamen.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.replay.ChatIdFile.Found;
import dev.dictamen.gateway.replay.ChatIdFile.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class ChatIdFileTest {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_LINE = 100;

    @Test
    void anIdStandsInAnyOfItsPlacesAndCountsOnce() throws IOException {
        var found = read("""
                {"conversation_id": "a", "id": "other"}
                {"meta": {"conversation_id": "b"}, "transcript": []}

                {"chatId": "ñandú"}
                {"id": 17}
                {"conversation_id": null, "id": "a"}""");

        assertThat(found).isEqualTo(new Found(found.chatIds(), 5, found.rejected(), 0));
        assertThat(found.chatIds()).containsExactly("a", "b", "ñandú", "17");
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void whatNamesNoChatIsRejectedWithItsLineAndAReason() throws IOException {
        var found =
                read("{\"id\": \"a\"}\r\nno json\n[]\n\n{\"name\": \"x\"}\n{\"id\": 1.5}\n{\"id\": \"\"}\n{\"id\": \""
                        + "x".repeat(191) + "\"}\n{\"id\": \"b\"}\n");

        assertThat(found.chatIds()).containsExactly("a", "b");
        assertThat(found.lines()).isEqualTo(8);
        assertThat(found.rejectedLines()).isEqualTo(6);
        assertThat(found.rejected())
                .containsExactly(
                        new Rejected(2, "not JSON"),
                        new Rejected(3, "not an object"),
                        new Rejected(5, "no conversation_id, chatId or id"),
                        new Rejected(6, "its id is neither text nor a whole number"),
                        new Rejected(7, "its id has not 1 to 190 characters"),
                        new Rejected(8, "longer than 100 bytes"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(read("\uFEFF{\"id\": \"a\"}").chatIds()).containsExactly("a");
    }

    @Test
    void reasonsAreGivenForAThousandLines() throws IOException {
        var found = read("x\n".repeat(5_000));

        assertThat(found.rejectedLines()).isEqualTo(5_000);
        assertThat(found.rejected()).hasSize(1_000).last().isEqualTo(new Rejected(1_000, "not JSON"));
    }

    @Test
    void aFileThatIsTooLargeOrNamesTooManyIsRefused() {
        assertThatThrownBy(() -> read(" ".repeat(MOST_BYTES + 1)))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("413");
        assertThatThrownBy(() -> read(IntStream.rangeClosed(0, Selection.MOST_CHAT_IDS)
                        .mapToObj(i -> "{\"id\":" + i + "}\n")
                        .collect(Collectors.joining())))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("400");
    }

    private static Found read(String file) throws IOException {
        return new ChatIdFile(MOST_BYTES, LONGEST_LINE)
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
