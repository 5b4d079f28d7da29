package dev.dictamen.gateway.audit;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what; rows are only ever added, never hold a secret, and each stays one line wherever it is shown. Blocks. */
@Repository
public class AuditLog {
    private static final int LONGEST_ACTOR = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param actor the user, or the name that somebody claimed
     * @param action "login", "login_refused", "chat_read", …
     * @param target what it was done to, where there is such a thing
     * @param address where the request came from
     */
    public void add(String actor, String action, @Nullable String target, @Nullable String address) {
        jdbc.sql("INSERT INTO audit_log (at, actor, action, target, address) VALUES (?, ?, ?, ?, ?)")
                .param(Timestamp.from(clock.instant()))
                .param(oneLine(actor))
                .param(action)
                .param(target)
                .param(address)
                .update();
    }

    private static String oneLine(String actor) {
        return actor.substring(0, Math.min(actor.length(), LONGEST_ACTOR)).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
