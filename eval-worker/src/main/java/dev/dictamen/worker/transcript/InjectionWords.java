package dev.dictamen.worker.transcript;

import java.util.regex.Pattern;

/** The phrases of Spanish, English and Portuguese that are said to a model rather than to a person. */
final class InjectionWords {
    private static final String GRADES = "(horrible|bad|neutral|good|great|5 estrellas|maxima)";
    private static final String JUDGE =
            "(juez|judge|evaluador\\p{L}*|evaluator|avaliador|llm|language model|modelo de lenguaje)";

    private static final String ORDER = "(ignor|olvid|omit|forget|disregard|desconsider|override|esquec)\\p{L}*.{0,40}"
            + "(instruc|regla|rules?\\b|regra|prompt|indicacion|lo anterior|anything above|everything above)"
            + "|\\b(nuev[ao]s?|new|novas?) (instruccion(es)?|instructions?|instrucoes|ordenes|rules|reglas)\\s*:";

    private static final String GRADE_WANTED =
            "\\b(pon|asigna|califica|otorga|give|assign|rate)\\p{L}*.{0,30}(score|nota|calificacion|rating).{0,20}"
                    + GRADES;

    private static final String SPOKEN_TO = "\\b(eres|actua como|you are) (un |an? |el |the )?" + JUDGE
            + "|\\b(nota|mensaje|instrucci\\p{L}*|note|message|instructions?|atencion|attention)"
            + "[ ,:]+(para |al |a |to |for )?(el |la |the )?" + JUDGE;

    private static final String ROLE_PLAY = "(^|[.,;:!\\n]\\s*|\\b(y|and|ahora|now|debes|must|please|por favor) )"
            + "(actua como|aja como|act as (if|an?|the|my)|pretend (to be|you are)|finge (ser|que)|imagina que eres)\\b"
            + "|\\b(eres ahora|ahora eres|desde ahora eres|a partir de ahora eres|agora voce e|do anything now)\\b"
            + "|\\byou are now (an?|the|my|dan|acting|free from|unrestricted|in \\p{L}+ mode|" + JUDGE + ")\\b"
            + "|\\bfrom now on,? you (are|will)\\b";

    private static final String EXTRACTION = "\\bsystem prompt|\\bprompt (de|del) sistema|\\b(tu|your|seu) prompt\\b"
            + "|(repit|repeat|revel|reveal|muestr|mostr|show|imprim|print|output)\\p{L}*.{0,20}\\b"
            + "((tus|your|suas) (\\p{L}+ )?(instrucci|instructions|instrucoes|system|rules|reglas)|(el|the) prompt\\b)";

    private static final String FORGED = "\"?\\bscore\"?\\s*[:=]\\s*\"?" + GRADES
            + "|[{,]\\s*\"(score|reason|improvement|key_messages|veredicto)\"\\s*:"
            + "|\\{\\s*'?(score|key_messages)'?\\s*:";

    private static final String DELIMITER = "(^|\\n)[ \\t]*={5,}|(^|\\n)[ \\t]*(#{2,}|-{3,}|\\*{3,}|`{3,})[ \\t]*"
            + "(system|sistema|end|fin|inicio|begin|instruc|user|assistant|chat|transcri|conversa)"
            + "|</?\\s*(system|chat|transcript|conversation|instructions?|user|assistant|conversacion|transcripcion)\\s*>"
            + "|\\[/?inst\\]|<</?sys>>";

    private static final Pattern SAID_TO_A_MODEL = Pattern.compile(
            String.join("|", ORDER, GRADE_WANTED, SPOKEN_TO, ROLE_PLAY, EXTRACTION, FORGED, DELIMITER), Pattern.DOTALL);

    private InjectionWords() {}

    /** @param folded the text as {@link dev.dictamen.rules.FoldedText} gives it */
    static boolean areIn(String folded) {
        return SAID_TO_A_MODEL.matcher(folded).find();
    }
}
