package dev.dictamen.ingest.capture;

import static dev.dictamen.ingest.testing.ChatJson.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.jsonl.Limits;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading a body line by line. */
class ChatCaptureTest {
    private final RecordingTopic topic = new RecordingTopic();

    @Test
    void linesAreCutAtLineFeedsAndCarriageReturnsOnly() {
        var body = saying("a", "x\u2028y\u0085z") + "\r\n\r\n" + saying("b", "x") + "\r" + saying("c", "x") + "\n\n{";
        var answer = lines(body);

        assertThat(topic.chats).extracting(ClosedChat::chatId).containsExactly("a", "b", "c");
        assertThat(answer.rejected()).extracting(CaptureAnswer.Rejection::line).containsExactly(6L);
    }

    @Test
    void everyChatOfManyWindowsIsSentInOrder() {
        var ids = IntStream.range(0, 100).mapToObj(i -> "c-" + i).toList();
        var answer = lines(ids.stream().map(id -> saying(id, "a")).collect(Collectors.joining("\n")));

        assertThat(answer.accepted()).isEqualTo(100);
        assertThat(topic.chats).extracting(ClosedChat::chatId).isEqualTo(ids);
    }

    @Test
    void aLineBeyondItsLimitIsRefusedAndItsNeighboursAreTaken() {
        var answer = lines(saying("a", "x") + "\n" + "x".repeat(Limits.LINE_BYTES + 1) + "\n" + saying("b", "x"));

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.rejected())
                .containsExactly(new CaptureAnswer.Rejection(2, null, "the line is longer than 2097152 bytes"));
    }

    @Test
    void timesThatExportsWriteAreReadAndTheOthersAreCounted() {
        var forms = List.of(
                "2026-11-20 09:00:00 UTC",
                "2026-11-20T09:00:00,123Z",
                "1795165200",
                "1795165200123",
                "2026-11-20 09:00:00 +0000",
                "ayer",
                "20/11/2026 09:00",
                "ayer",
                "");
        var answer = lines(forms.stream()
                .map(form -> saying("c" + forms.indexOf(form), "x")
                        .replace("\"content\"", "\"timestamp\": \"" + form + "\", \"content\""))
                .collect(Collectors.joining("\n")));

        assertThat(topic.chats).filteredOn(chat -> chat.closedAt() != null).hasSize(5);
        assertThat(answer.accepted()).isEqualTo(9);
        assertThat(answer.unreadTimes())
                .isEqualTo(new CaptureAnswer.NoTimes(3, List.of("'ayer'", "'20/11/2026 09:00'")));
    }

    @Test
    void timesThatAreThereOrAbsentAreNotMentioned() {
        assertThat(lines(saying("a", "x")).unreadTimes()).isNull();
    }

    @Test
    void aBrokerThatDoesNotAcknowledgeEndsTheRequest() {
        topic.refuseAfter = 4;

        assertThatExceptionOfType(BrokerUnavailableException.class)
                .isThrownBy(() -> lines((saying("a", "x") + "\n").repeat(20)));
    }

    @Test
    void tooManyLinesAreRefused() {
        var body = "{\n".repeat(11).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> Captures.capture(topic, 10).lines(new ByteArrayInputStream(body)));
    }

    @Test
    void aBodyThatBreaksOffLosesNothingSilently() {
        var whole = new ByteArrayInputStream((saying("a", "x") + "\n{\"conv").getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Captures.capture(topic, 10).lines(new SequenceInputStream(whole, reset())));
    }

    @Test
    void oneChatMayHaveLineBreaksInIt() throws Exception {
        var body = "\uFEFF" + saying("a", "x").replace(", ", ",\n  ");
        Captures.capture(topic, 10).one(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(topic.chats).extracting(ClosedChat::chatId).containsExactly("a");
    }

    @Test
    void aBodyMayNotBeLongerThanItsLimit() {
        var body = new BoundedInputStream(new ByteArrayInputStream(new byte[11]), 10);

        assertThatExceptionOfType(TooLargeException.class).isThrownBy(body::readAllBytes);
    }

    private CaptureAnswer lines(String body) {
        return Captures.lines(topic, body.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream reset() {
        return new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
    }
}
