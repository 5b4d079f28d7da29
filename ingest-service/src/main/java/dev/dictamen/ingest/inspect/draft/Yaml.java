package dev.dictamen.ingest.inspect.draft;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes YAML's small forms. */
public final class Yaml {
    private Yaml() {}

    /** A value on one line, in quotes where it needs some. */
    public static String scalar(String value) {
        boolean isWord =
                value.matches("[A-Za-z][A-Za-z0-9_.]*") && !value.matches("(?i)y|n|yes|no|on|off|true|false|null");
        boolean isPlain = isWord || value.matches("0|-?[1-9][0-9]{0,8}");
        return isPlain ? value : JsonMapper.shared().writeValueAsString(value);
    }

    /** One value, or several in brackets. */
    public static String oneOrList(List<String> values) {
        return values.size() == 1 ? scalar(values.getFirst()) : list(values);
    }

    /** Several values in brackets. */
    public static String list(List<String> values) {
        return values.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
    }
}
