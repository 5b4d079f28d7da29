package dev.dictamen.ingest.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A chat database's address, taken apart.
 *
 * @param port 3306 where the address has none
 * @param sslMode MySQL's word in lower case (disabled, preferred, required, verify_ca, verify_identity)
 */
public record SourceAddress(String jdbcUrl, String host, int port, String schema, String sslMode) {
    private static final int MYSQL_PORT = 3306;
    private static final Pattern SSL_MODE = Pattern.compile("(?i)[?&]sslMode=([a-z_]+)");

    /** Reads {@code jdbc:mysql://host:port/schema?…}; mariadb, and an address without jdbc:, mean the same. */
    public static SourceAddress of(String url) {
        var plain = url.replaceFirst("^jdbc:", "").replaceFirst("^mariadb:", "mysql:");
        try {
            var uri = new URI(plain);
            var schema = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
            if (!"mysql".equals(uri.getScheme()) || uri.getHost() == null || schema.isEmpty()) {
                throw wrong(url);
            }
            int port = uri.getPort() < 0 ? MYSQL_PORT : uri.getPort();
            return new SourceAddress("jdbc:" + plain, uri.getHost(), port, schema, sslMode(plain));
        } catch (URISyntaxException e) {
            throw wrong(url);
        }
    }

    private static String sslMode(String url) {
        var given = SSL_MODE.matcher(url);
        return given.find() ? given.group(1).toLowerCase(Locale.ROOT) : "preferred";
    }

    /** An address without the passwords that may stand in it. */
    public static String shown(String url) {
        return url.replaceAll("//[^/@]*@", "//***@").replaceAll("(?i)(password[^=&]*)=[^&]*", "$1=***");
    }

    private static IllegalArgumentException wrong(String url) {
        return new IllegalArgumentException(
                "SOURCE_URL is " + shown(url) + ", but must be like jdbc:mysql://host:3306/schema");
    }
}
