package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.web.Problems;
import dev.dictamen.kafka.ContractJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The ids of the chats that a JSONL file names, read line by line: {@code conversation_id}, at the top or in {@code meta}, or
 * {@code chatId}, or {@code id}. Blank lines are passed over. Not safe for threads; one file, one reading.
 */
final class ChatIdFile {
    private static final int LONGEST_ID = 190;
    private static final int MOST_REASONS = 1_000;
    private static final List<String> PLACES = List.of("/conversation_id", "/meta/conversation_id", "/chatId", "/id");

    private final int mostBytes;
    private final int longestLine;
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isTooLong;
    private long number;
    private long lines;
    private long rejectedLines;
    private long bytes;

    /** What is larger in all is refused with 413; a line that is longer is rejected. */
    ChatIdFile(int mostBytes, int longestLine) {
        this.mostBytes = mostBytes;
        this.longestLine = longestLine;
    }

    /** A line that names no chat. */
    record Rejected(long line, String reason) {}

    /**
     * What was found.
     *
     * @param chatIds each once, in order
     * @param lines all lines but blank ones
     * @param rejected the first thousand of those that name no chat
     * @param rejectedLines how many name none
     */
    record Found(List<String> chatIds, long lines, List<Rejected> rejected, long rejectedLines) {}

    Found read(InputStream file) throws IOException {
        var buffer = new byte[8_192];
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            count(read);
            for (int i = 0; i < read; i++) {
                feed(buffer[i]);
            }
        }
        endLine();
        return new Found(List.copyOf(ids), lines, List.copyOf(rejected), rejectedLines);
    }

    private void count(int read) {
        bytes += read;
        if (bytes > mostBytes) {
            throw Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the file is larger than %d bytes; a line {\"id\": …} for each chat is enough"
                            .formatted(mostBytes));
        }
    }

    private void feed(byte next) {
        if (next == '\n') {
            endLine();
        } else if (line.size() < longestLine) {
            line.write(next);
        } else {
            isTooLong = true;
        }
    }

    private void endLine() {
        number++;
        if (isTooLong) {
            lines++;
            reject("longer than %d bytes".formatted(longestLine));
        } else {
            take(line.toByteArray());
        }
        line.reset();
        isTooLong = false;
    }

    private void take(byte[] text) {
        if (isBlank(text)) {
            return;
        }
        lines++;
        try {
            take(ContractJson.mapper().readTree(text));
        } catch (JacksonException e) {
            reject("not JSON");
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte one : text) {
            if (one < 0 || one > ' ') {
                return false;
            }
        }
        return true;
    }

    private void take(JsonNode chat) {
        var id = PLACES.stream()
                .map(chat::at)
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .findFirst();
        if (id.isEmpty()) {
            reject(chat.isObject() ? "no conversation_id, chatId or id" : "not an object");
        } else if (!id.get().isString() && !id.get().isIntegralNumber()) {
            reject("its id is neither text nor a whole number");
        } else {
            take(id.get().asString());
        }
    }

    private void take(String id) {
        if (id.isBlank() || id.codePointCount(0, id.length()) > LONGEST_ID) {
            reject("its id has not 1 to %d characters".formatted(LONGEST_ID));
        } else if (ids.add(id) && ids.size() > Selection.MOST_CHAT_IDS) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "the file names more than %d chats; make a replay of each part".formatted(Selection.MOST_CHAT_IDS));
        }
    }

    private void reject(String reason) {
        rejectedLines++;
        if (rejected.size() < MOST_REASONS) {
            rejected.add(new Rejected(number, reason));
        }
    }
}
