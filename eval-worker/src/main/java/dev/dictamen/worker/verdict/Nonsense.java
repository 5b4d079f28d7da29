package dev.dictamen.worker.verdict;

import dev.dictamen.contract.ClosedChat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person cannot read in a verdict's text, or not as it was meant. What stands between quotation marks may quote the chat. */
final class Nonsense {
    /** The verdict once more within its own text. */
    private static final Pattern JSON =
            Pattern.compile("^[{\\[]\\s*+[\"{]|\"(?:reason|improvement|key_messages|score)\"\\s*+:");

    private Nonsense() {}

    /** What is wrong, in Spanish, to be sent back. */
    static Optional<String> in(String text, ClosedChat chat) {
        if (Invisible.isNoText(text)) {
            return Optional.of("contiene caracteres que no son texto");
        }
        if (Escapes.isIn(text)) {
            return Optional.of("contiene secuencias de escape en lugar de letras");
        }
        if (Mojibake.isIn(text)) {
            return Optional.of("contiene letras mal codificadas");
        }
        if (JSON.matcher(text).find()) {
            return Optional.of("contiene JSON en lugar de una frase");
        }
        return inWhatIsNoQuotation(SpanishCheck.unquoted(text), chat);
    }

    private static Optional<String> inWhatIsNoQuotation(String text, ClosedChat chat) {
        if (ControlTokens.isIn(text)) {
            return Optional.of("contiene marcas de control del modelo");
        }
        if (Loops.isIn(text)) {
            return Optional.of("repite lo mismo una y otra vez");
        }
        return OtherScripts.areIn(text, chat) ? Optional.of("contiene palabras en otro alfabeto") : Optional.empty();
    }
}
