package dev.dictamen.ingest.inspect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the caller asked for.
 *
 * @param url without name and password, wherever they stood
 * @param out the file for the draft; empty: it is printed
 * @param isWithPresets whether known products may be recognised
 */
record InspectOptions(String url, String username, String password, Optional<Path> out, boolean isWithPresets) {
    static final String USAGE =
            "./dictamen inspect --url jdbc:mysql://host:3306/schema [--username NAME] [--password-env VARIABLE]"
                    + " [--out draft.yml] [--no-presets]";
    private static final Set<String> WITH_VALUE =
            Set.of("--url", "--username", "--password", "--password-env", "--out");
    private static final Pattern USER_INFO = Pattern.compile("//([^/@:]*)(?::([^/@]*))?@");
    private static final Pattern PARAMETER = Pattern.compile("([?&])(user|password)=([^&]*)");

    /**
     * Reads arguments.
     *
     * @param environment the value of a variable, "" where it is not set
     * @throws IllegalArgumentException with what is wrong and what to write instead
     */
    static InspectOptions of(List<String> arguments, UnaryOperator<String> environment) {
        Map<String, String> given = given(arguments);
        var url = given.getOrDefault("--url", environment.apply("SOURCE_URL"));
        if (url.isBlank()) {
            throw new IllegalArgumentException("inspect needs --url, the database's address: " + USAGE);
        }
        Map<String, String> inUrl = credentials(url);
        var username =
                given.getOrDefault("--username", inUrl.getOrDefault("user", environment.apply("SOURCE_USERNAME")));
        var password = given.containsKey("--password-env")
                ? named(given.get("--password-env"), environment)
                : given.getOrDefault(
                        "--password", inUrl.getOrDefault("password", environment.apply("SOURCE_PASSWORD")));
        return new InspectOptions(
                withoutCredentials(url),
                username,
                password,
                Optional.ofNullable(given.get("--out")).map(Path::of),
                !given.containsKey("--no-presets"));
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < arguments.size(); at++) {
            var option = arguments.get(at);
            if (option.equals("--no-presets")) {
                given.put(option, "");
            } else if (!WITH_VALUE.contains(option)) {
                throw new IllegalArgumentException("inspect does not know " + option + "; it knows: " + USAGE);
            } else if (at + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value: " + USAGE);
            } else {
                given.put(option, arguments.get(++at));
            }
        }
        return given;
    }

    private static String named(String variable, UnaryOperator<String> environment) {
        var password = environment.apply(variable);
        if (password.isEmpty()) {
            throw new IllegalArgumentException("--password-env is " + variable
                    + ", but the environment has no such variable: export " + variable + " first");
        }
        return password;
    }

    private static Map<String, String> credentials(String url) {
        Map<String, String> found = new HashMap<>();
        var userInfo = USER_INFO.matcher(url);
        if (userInfo.find()) {
            found.put("user", decoded(userInfo.group(1)));
            Optional.ofNullable(userInfo.group(2)).ifPresent(password -> found.put("password", decoded(password)));
        }
        var parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            found.put(parameter.group(2), decoded(parameter.group(3)));
        }
        return found;
    }

    private static String withoutCredentials(String url) {
        var rest = PARAMETER.matcher(USER_INFO.matcher(url).replaceFirst("//")).replaceAll("");
        return rest.contains("?") ? rest : rest.replaceFirst("&", "?");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
