package dev.dictamen.worker.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Spanish from English and Portuguese by small words that only one of them has. A heuristic: a text without any such
 * word passes when most of its words end as Spanish ones do, and what stands between quotation marks does not count, since a
 * judge may quote the chat.
 */
final class SpanishCheck {
    private static final Pattern QUOTATION = Pattern.compile("«[^»]*»|“[^”]*”|\"[^\"]*\"");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ONLY_SPANISH = Pattern.compile("[ñ¿¡]");
    private static final Pattern ENDS_FOREIGN = Pattern.compile("\\p{L}*[bcfghjkmpqtvwxy]");
    private static final Set<String> SPANISH = words("""
            el la los las del y en un una unas unos con por su sus al es fue pero más muy lo le les sin hizo hay ni ya
            esto esta este respuesta mensaje también puede debe podría debería conviene ante hasta desde cuando sobre
            tras ningún nada bien saludar ofrecer responder respondió resolvió""");
    private static final Set<String> ENGLISH = words("""
            the and of to was is in with for his her their that but should very by on at it were be could this have
            agent customer response he she they an from not are did well good great answer reply more question issue""");
    private static final Set<String> PORTUGUESE = words("""
            os as do da das não com uma um em foi ao mais muito você pela atendente resposta seu sua ele ela são
            também foram isso está respondeu resolveu mensagem""");

    private SpanishCheck() {}

    static boolean isSpanish(String text) {
        var said = QUOTATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        var words = NOT_A_LETTER.split(said.strip());
        int spanish = count(words, SPANISH) + (ONLY_SPANISH.matcher(said).find() ? 1 : 0);
        int foreign = Math.max(count(words, ENGLISH), count(words, PORTUGUESE));
        return (spanish == 0 && foreign == 0) ? endsAsSpanish(words) : spanish >= foreign;
    }

    private static boolean endsAsSpanish(String[] words) {
        long foreign =
                Arrays.stream(words).filter(ENDS_FOREIGN.asMatchPredicate()).count();
        return 2 * foreign <= words.length;
    }

    private static int count(String[] words, Set<String> of) {
        int found = 0;
        for (var word : words) {
            found += of.contains(word) ? 1 : 0;
        }
        return found;
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
