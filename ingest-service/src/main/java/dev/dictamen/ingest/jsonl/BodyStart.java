package dev.dictamen.ingest.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The first bytes of a body: a UTF-8 byte order mark is passed over, a form that is not text is refused by its name. */
public final class BodyStart {
    private static final int LONGEST = 4;

    private BodyStart() {}

    /** The body behind its byte order mark; throws {@link RejectedChatException} for UTF-16, ZIP and gzip. */
    public static InputStream of(InputStream body) throws IOException {
        var rest = new PushbackInputStream(body, LONGEST);
        var head = rest.readNBytes(LONGEST);
        refuse(head);
        int skipped = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        rest.unread(head, skipped, head.length - skipped);
        return rest;
    }

    private static void refuse(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            throw new RejectedChatException("the text is UTF-16; save it as UTF-8");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw new RejectedChatException("this is a ZIP archive, not JSON lines; unpack it first");
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            throw new RejectedChatException("this is gzip data, not JSON lines; unpack it first");
        }
    }

    private static boolean startsWith(byte[] head, int... expected) {
        if (head.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
