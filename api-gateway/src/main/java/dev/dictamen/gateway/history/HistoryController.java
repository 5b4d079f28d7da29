package dev.dictamen.gateway.history;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.Problems;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verdicts, chats and the ledger. Handlers block, so they run on virtual threads, never on the event loop. */
@RestController
class HistoryController {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final Set<String> SCORES =
            Stream.of(Score.values()).map(Score::word).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TYPES = Set.of("scored", "skipped", "failed");

    private final EvaluationRepository evaluations;
    private final ChatRepository chats;
    private final LedgerRepository ledger;
    private final AuditLog audit;

    HistoryController(EvaluationRepository evaluations, ChatRepository chats, LedgerRepository ledger, AuditLog audit) {
        this.evaluations = evaluations;
        this.chats = chats;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** @param next where the next page begins; null after the last */
    record Page(List<Item> items, @Nullable String next) {}

    record ChatBody(StoredChat chat, EvaluationRows.@Nullable Detail evaluation) {}

    @GetMapping("/api/evaluations")
    Page evaluations(@RequestParam MultiValueMap<String, String> query, Authentication authentication) {
        int limit = limit(query.getFirst("limit"));
        var filter = new EvaluationFilter(
                Reader.of(authentication),
                words(query.getFirst("score"), "score", SCORES),
                words(query.getFirst("type"), "type", TYPES),
                given(query.getFirst("agent")),
                given(query.getFirst("team")),
                new EvaluationFilter.Period(time(query.getFirst("from"), "from"), time(query.getFirst("to"), "to")));
        List<Item> found = evaluations.find(filter, cursor(query.getFirst("after")), limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        Item last = found.get(limit - 1);
        return new Page(found.subList(0, limit), new PageCursor(last.evaluatedAt(), last.chatId()).encode());
    }

    /** Opening a chat is written to the audit log: it is personal data. */
    @GetMapping("/api/chats/{segment}")
    ChatBody chat(@PathVariable String segment, Authentication authentication) {
        Reader reader = Reader.of(authentication);
        StoredChat chat = ChatIdSegment.toChatId(segment)
                .flatMap(chats::find)
                .filter(found -> reader.scope().sees(found.team()))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no such chat"));
        Optional<EvaluationRows.Detail> evaluation = evaluations
                .findByChat(chat.chatId(), Evaluation.LIVE_RUN)
                .map(found -> reader.scope().seesAll() ? found : found.withoutRawAnswer());
        audit.add(reader.username(), "chat_read", chat.chatId(), null);
        return new ChatBody(chat, evaluation.orElse(null));
    }

    @GetMapping("/api/ledger")
    Ledger ledger(Authentication authentication) {
        return ledger.of(Reader.of(authentication));
    }

    private static List<String> words(@Nullable String list, String name, Set<String> known) {
        List<String> words = list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .filter(word -> !word.isBlank())
                        .distinct()
                        .toList();
        if (!known.containsAll(words)) {
            throw Problems.of(HttpStatus.BAD_REQUEST, name + " is none of " + String.join(", ", new TreeSet<>(known)));
        }
        return words;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "limit is not a number");
        }
        throw Problems.of(HttpStatus.BAD_REQUEST, "limit is not between 1 and " + LARGEST_LIMIT);
    }

    private static @Nullable Instant time(@Nullable String text, String name) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, name + " is not an ISO-8601 time");
        }
    }

    private static @Nullable PageCursor cursor(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : PageCursor.decode(text);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "after is not a cursor of ours");
        }
    }
}
