package dev.dictamen.ingest.jsonl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that is what it says it is: UTF-8 without replacement characters, Unicode without lone surrogates. */
final class StrictText {
    private StrictText() {}

    /** The bytes as text; throws {@link RejectedChatException} that names the first byte which is not UTF-8. */
    static String decode(ByteBuffer utf8) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = utf8.duplicate();
        var text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            throw new RejectedChatException("not valid UTF-8 at byte " + (bytes.position() + 1));
        }
        return text.flip().toString();
    }

    /** Whether every surrogate has its partner. */
    static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(StrictText::isSurrogate);
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
