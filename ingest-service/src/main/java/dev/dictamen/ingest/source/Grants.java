package dev.dictamen.ingest.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a user may do on the whole server, in the words of {@code SHOW GRANTS}: its own privileges and its active roles'. */
record Grants(Set<String> everywhere) {
    private static final Pattern EVERYWHERE = Pattern.compile("(?i)GRANT (.+?) ON \\*\\.\\* TO .*", Pattern.DOTALL);

    /** Of the user that is connected; both servers list what an active role holds, and only the name of one that is not. */
    static Grants of(JdbcClient jdbc) {
        return of(jdbc.sql("SHOW GRANTS").query(String.class).list().stream()
                .map(String::valueOf)
                .toList());
    }

    static Grants of(Collection<String> shown) {
        return new Grants(shown.stream().flatMap(Grants::everywhere).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> everywhere(String grant) {
        var found = EVERYWHERE.matcher(grant);
        return found.matches()
                ? Arrays.stream(found.group(1).toUpperCase(Locale.ROOT).split(", *"))
                : Stream.empty();
    }

    boolean has(String privilege) {
        return everywhere.contains(privilege) || everywhere.contains("ALL PRIVILEGES");
    }
}
