package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over what a chat says: all of it but its revision, its source, when it was seen, and the name of an agent who has
 * an id (a new name does not change who handled the chat). Every value is written
 * with its length, so that no two different chats write the same bytes.
 */
final class ContentHash {
    /** Bytes of a hash (its text has two digits each). */
    static final int BYTES = 32;

    private static final int ABSENT = -1;

    private ContentHash() {}

    /** 64 hex digits. Equal content gives an equal hash, on every machine. */
    static String of(ClosedChat chat) {
        var digest = Sha256.digest();
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
            writeFacts(out, chat);
            writeMessages(out, chat);
            writeAttributes(out, chat);
            if (chat.skipReason() != null) {
                write(out, chat.skipReason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(digest);
    }

    private static void writeFacts(DataOutputStream out, ClosedChat chat) throws IOException {
        var subject = chat.subject();
        write(out, chat.chatId());
        write(out, subject.channel());
        write(out, subject.language());
        write(out, subject.agentId());
        write(out, subject.agentId() == null ? subject.agentName() : null);
        write(out, subject.team());
        write(out, chat.customerRef());
        write(out, chat.openedAt());
        write(out, chat.closedAt());
    }

    private static void writeMessages(DataOutputStream out, ClosedChat chat) throws IOException {
        out.writeInt(chat.messages().size());
        for (ChatMessage message : chat.messages()) {
            write(out, message.role().name());
            write(out, message.text());
            write(out, message.sentAt());
        }
    }

    private static void writeAttributes(DataOutputStream out, ClosedChat chat) throws IOException {
        out.writeInt(chat.attributes().size());
        for (var attribute : new TreeMap<>(chat.attributes()).entrySet()) {
            write(out, attribute.getKey());
            write(out, attribute.getValue());
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
            return;
        }
        var text = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
