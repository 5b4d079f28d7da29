package dev.dictamen.bench.rig;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chats of 6 to 20 messages of 8 to 30 words, no two alike; the same seed gives the same chats. */
public final class ChatLoad {
    private static final List<String> WORDS = List.of(
            ("hola necesito ayuda con mi pedido la factura no llega gracias por su paciencia reviso el caso ahora mismo"
                            + " entiendo su molestia")
                    .split(" "));

    private static final long SECONDS_APART = 20;
    /** Characters of a message of a very long chat. */
    private static final int WIDEST_MESSAGE = 400;

    private final String prefix;
    private final Random random;
    private int made;

    public ChatLoad(String prefix, long seed) {
        this.prefix = prefix;
        this.random = new Random(seed);
    }

    /** What the ids of a load begin with, of one of them. */
    static String prefixOf(String chatId) {
        return chatId.substring(0, chatId.lastIndexOf('-'));
    }

    /** The next chat, closed and seen now. */
    public ClosedChat next() {
        return next(0, random.nextInt(6, 21));
    }

    /** The next chat, of at least so many characters. */
    public ClosedChat next(int characters) {
        return next(characters, characters / WIDEST_MESSAGE);
    }

    private ClosedChat next(int characters, int count) {
        var now = Instant.now();
        var opened = now.minusSeconds(SECONDS_APART * count);
        var messages = new ArrayList<ChatMessage>(count);
        for (int i = 0; i < count; i++) {
            var role = i % 2 == 0 ? Role.CUSTOMER : Role.AGENT;
            messages.add(
                    new ChatMessage(i, role, text(i, characters / count), opened.plusSeconds(SECONDS_APART * (i + 1))));
        }
        return new ClosedChat(
                prefix + "-" + made++,
                1,
                "benchmark",
                new Subject("a-" + made % 50, null, "Ventas", "web", "es"),
                null,
                opened,
                now,
                now,
                messages,
                Map.of(),
                null);
    }

    private String text(int index, int least) {
        var text = new StringBuilder(index == 0 ? "pedido " + prefix + " " + made : "");
        for (int words = random.nextInt(8, 31); words > 0 || text.length() < least; words--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString().strip();
    }
}
