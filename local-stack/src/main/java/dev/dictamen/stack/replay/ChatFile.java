package dev.dictamen.stack.replay;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.terminal.Terminal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** A file whose lines name chats. It is read whole, and the gateway says which chats it names. */
final class ChatFile {
    private static final int MOST_BYTES = 32 << 20;

    private final String name;
    private final byte[] lines;

    private ChatFile(String name, byte[] lines) {
        this.name = name;
        this.lines = lines;
    }

    /** @throws FileRefusedException when there is no such file, or it is too large or broken */
    static ChatFile read(Path path) throws IOException {
        try (var file = SourceFile.open(path)) {
            var lines = file.text().readNBytes(MOST_BYTES + 1);
            if (lines.length > MOST_BYTES) {
                throw new FileRefusedException(
                        file.name() + " is larger than 32 MB; a line {\"id\":\"…\"} for each chat is enough");
            }
            return new ChatFile(file.name(), lines);
        } catch (EOFException | ZipException e) {
            throw new FileRefusedException(path.getFileName() + ": the gzip data is broken or ends too early");
        }
    }

    /**
     * The ids of the chats, distinct; lines that name none are said with their reasons.
     *
     * @throws FileRefusedException when no line names one: a replay of no named chats would be one of all
     */
    List<String> chatIds(Replays replays, Terminal notices) throws IOException, InterruptedException {
        var answer = replays.chatIds(lines);
        answer.path("rejected")
                .forEach(line -> notices.say(
                        "line %d: %s".formatted(line.path("line").asLong(0), ReplayText.text(line, "reason"))));
        var chatIds =
                answer.path("chatIds").valueStream().map(id -> id.asString("")).toList();
        if (chatIds.isEmpty()) {
            throw new FileRefusedException(
                    name + ": no line names a chat; conversation_id, chatId or id of each is read");
        }
        notices.say("%s: %s chats are named, %s lines are rejected"
                .formatted(
                        name,
                        Figures.count(chatIds.size()),
                        Figures.count(answer.path("rejectedLines")
                                .asLong(answer.path("rejected").size()))));
        return chatIds;
    }
}
