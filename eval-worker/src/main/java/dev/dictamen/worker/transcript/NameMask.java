package dev.dictamen.worker.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hides an agent's name, so that it cannot sway the judge: the whole name in any case, and its parts where they are written
 * as names are.
 */
final class NameMask {
    static final String MASK = "[agente]";

    private static final int SHORTEST = 3;
    private static final Set<String> PARTICLES = Set.of("del", "las", "los", "von", "van", "der", "dos", "das");
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    private final @Nullable Pattern name;

    private NameMask(@Nullable Pattern name) {
        this.name = name;
    }

    static NameMask of(@Nullable String agentName) {
        var parts = agentName == null ? new String[0] : agentName.strip().split("[\\s\\p{Z}]+");
        var whole = Arrays.stream(parts).map(NameMask::anyCase).collect(Collectors.joining("[\\s\\p{Z}]+"));
        var forms = new ArrayList<String>();
        if (String.join("", parts).length() >= SHORTEST) {
            forms.add(whole);
        }
        Arrays.stream(parts)
                .filter(NameMask::tells)
                .map(part -> "(?=\\p{Lu})" + anyCase(part))
                .forEach(forms::add);
        return new NameMask(
                forms.isEmpty() ? null : Pattern.compile(BEFORE + "(?:" + String.join("|", forms) + ")" + AFTER));
    }

    private static boolean tells(String part) {
        return part.codePoints().filter(Character::isLetter).count() >= SHORTEST
                && !PARTICLES.contains(part.toLowerCase(Locale.ROOT));
    }

    private static String anyCase(String part) {
        return "(?iu:" + Pattern.quote(part) + ")";
    }

    String applyTo(String text) {
        return name == null ? text : name.matcher(text).replaceAll(MASK);
    }
}
