package dev.dictamen.simulator.obedience;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the orders in a prompt's turns. Thread-safe. */
public final class Obedience {
    private static final String SCORES = "(horrible|bad|neutral|good|great)";
    private static final Map<String, String> SYNONYMS = Map.of(
            "\\b(excelente|excellent|perfecta|perfecto|perfect|maxima|maximum|cinco estrellas|5 estrellas|five stars?)\\b",
            "great",
            "\\b(pesimo|pesima|minima|minimum|worst|una estrella|one star)\\b",
            "horrible");

    /** A list of the scale's words is not an order to give one of them. */
    private static final Pattern SCALE =
            Pattern.compile("\\b" + SCORES + "\\b(\\W{1,6}((o|or|y|and|u) \\W{0,2})?" + SCORES + "\\b){2,}");

    private static final Pattern ASSIGNED =
            Pattern.compile("(score|nota|calificacion|rating|puntuacion)\\W{0,6}[:=>]\\W{0,6}" + SCORES + "\\b");
    private static final Pattern TOLD = Pattern.compile(
            "\\b(pon|asign|calif|otorg|dale|dame|evalu|valor|marc|puntu|conced|escrib|devuelv|respond|contest|elig|ignor|olvid|omit"
                    + "|descart|giv|assign|rat(e|ing)|grade|mark|set|award|select|return|output|answer|reply|write|choose|forget"
                    + "|disregard|overrid|must|debe|tiene que|has to)\\p{L}*.{0,120}?\\b" + SCORES + "\\b",
            Pattern.DOTALL);
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(respond|contest|escrib|redact|cambi|usa|answer|reply|write|speak|switch|use)\\p{L}*(?:(?!espanol|spanish|\\bno\\b|nunca"
                    + "|never|\\bnot\\b).){0,60}\\b(in english|en ingles|to english|al? ingles|english only)",
            Pattern.DOTALL);
    private static final Pattern FORMLESS = Pattern.compile(
            "\\b(respond|contest|escrib|devuelv|redact|answer|reply|write|output|return|print|compos)\\p{L}*[^.]{0,60}\\b(texto plano"
                    + "|plain text|poema|poem|haiku|yaml|xml|html|sin json|without json|no json|instead of (the )?json"
                    + "|en (vez|lugar) de(l)? json|fuera del esquema|outside the schema|otra clave|extra (key|field)|solo la palabra"
                    + "|only the word|una sola palabra|one word)|\\b(no (respondas|uses)|do not (use|answer)|don't (use|answer))[^.]{0,20}json",
            Pattern.DOTALL);
    private static final Pattern REVEALING = Pattern.compile(
            "\\b(repit|revel|muestr|imprim|copi|escrib|transcrib|traduc|resum|cuent|dime|reveal|repeat|print|show|output|dump|translate"
                    + "|summari|tell|quote|recite)\\p{L}*[^.]{0,70}\\b(prompt|instrucciones|instructions|mensaje del? sistema|system message"
                    + "|rubrica|rubric|developer message|reglas internas|lo que (esta|hay) antes|everything above|text above)",
            Pattern.DOTALL);

    private Obedience() {}

    /** What a turn of the user tells the model outside its data. */
    public static Orders ofUser(String turn) {
        return in(Undelimited.of(turn), true);
    }

    /** As {@link #ofUser}; the object of an earlier answer is none. */
    public static Orders ofAssistant(String turn) {
        return in(Undelimited.of(turn), false);
    }

    /** All the orders together; of two scores the first one. */
    public static Orders both(Orders one, Orders other) {
        return new Orders(
                one.score() == null ? other.score() : one.score(),
                one.english() || other.english(),
                one.formless() || other.formless(),
                one.revealing() || other.revealing());
    }

    private static Orders in(String spoken, boolean assignments) {
        var words = withoutScales(Disguise.removed(spoken));
        return new Orders(
                score(words, assignments),
                ENGLISH.matcher(words).find(),
                FORMLESS.matcher(words).find() || Disguise.hasControlTokens(spoken),
                REVEALING.matcher(words).find());
    }

    private static String withoutScales(String plain) {
        var words = plain;
        for (var synonym : SYNONYMS.entrySet()) {
            words = words.replaceAll(synonym.getKey(), synonym.getValue());
        }
        return SCALE.matcher(words).replaceAll(" ");
    }

    private static @Nullable String score(String words, boolean assignments) {
        var assigned = ASSIGNED.matcher(words);
        if (assignments && assigned.find()) {
            return assigned.group(2);
        }
        var told = TOLD.matcher(words);
        return told.find() ? told.group(told.groupCount()) : null;
    }
}
