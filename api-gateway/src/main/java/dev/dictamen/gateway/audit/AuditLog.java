package dev.dictamen.gateway.audit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what; rows are only ever added, never hold a secret, and each stays one line wherever it is shown. Blocks. */
@Component
public class AuditLog {
    private static final int LONGEST_ACTOR = 100;

    private final AuditRepository entries;
    private final Clock clock;

    AuditLog(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param actor the user, or the name that somebody claimed
     * @param action "login", "login_refused", "chat_read", …
     * @param target what it was done to, where there is such a thing
     * @param address where the request came from
     */
    public void add(String actor, String action, @Nullable String target, @Nullable String address) {
        entries.save(new AuditEntry(clock.instant(), oneLine(actor), action, target, address));
    }

    private static String oneLine(String actor) {
        return actor.substring(0, Math.min(actor.length(), LONGEST_ACTOR)).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
