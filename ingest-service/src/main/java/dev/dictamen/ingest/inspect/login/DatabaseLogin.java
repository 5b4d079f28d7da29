package dev.dictamen.ingest.inspect.login;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A database's address, and who logs in.
 *
 * @param url without name and password, wherever they stood
 */
public record DatabaseLogin(String url, String username, String password) {
    private static final Pattern USER_INFO = Pattern.compile("//([^/@:]*)(?::([^/@]*))?@");
    private static final Pattern PARAMETER = Pattern.compile("([?&])(user|password)=([^&]*)");

    /** Takes name and password out of an address; empty ones where it has none. */
    public static DatabaseLogin in(String url) {
        var username = "";
        var password = "";
        var userInfo = USER_INFO.matcher(url);
        if (userInfo.find()) {
            username = decoded(userInfo.group(1));
            password = userInfo.group(2) == null ? "" : decoded(userInfo.group(2));
        }
        var parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            if (parameter.group(2).equals("user")) {
                username = decoded(parameter.group(3));
            } else {
                password = decoded(parameter.group(3));
            }
        }
        return new DatabaseLogin(withoutCredentials(url), username, password);
    }

    private static String withoutCredentials(String url) {
        var rest = PARAMETER.matcher(USER_INFO.matcher(url).replaceFirst("//")).replaceAll("");
        return rest.contains("?") ? rest : rest.replaceFirst("&", "?");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** With these in place of what is empty. */
    public DatabaseLogin orElse(String otherUsername, String otherPassword) {
        return new DatabaseLogin(
                url, username.isEmpty() ? otherUsername : username, password.isEmpty() ? otherPassword : password);
    }
}
