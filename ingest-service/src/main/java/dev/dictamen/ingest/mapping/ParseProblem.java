package dev.dictamen.ingest.mapping;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a YAML text of settings in the words of the one who wrote it. */
public final class ParseProblem {
    private ParseProblem() {}

    /** The key, as in {@code messages.roles[0].role}; the line where the text is no YAML at all. */
    public static String where(JacksonException e) {
        if (!(e instanceof DatabindException)) {
            return "line " + e.getLocation().getLineNr() + ": ";
        }
        var key = e.getPath().stream().map(ParseProblem::step).collect(Collectors.joining());
        return key.isEmpty() ? "" : key.substring(key.startsWith(".") ? 1 : 0) + ": ";
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName();
    }

    /** What is wrong there; with the nearest key where one is unknown. */
    public static String what(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return "there is no such key"
                    + Nearest.to(unknown.getPropertyName(), known)
                            .map(found -> "; nearest: " + found)
                            .orElse("");
        }
        return e instanceof ValueInstantiationException && e.getCause() != null
                ? String.valueOf(e.getCause().getMessage())
                : e.getOriginalMessage();
    }
}
