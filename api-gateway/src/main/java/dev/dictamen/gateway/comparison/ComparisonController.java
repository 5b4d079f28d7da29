package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Word;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.comparison.FlippedRepository.Found;
import dev.dictamen.gateway.history.ChatIdSegment;
import dev.dictamen.gateway.history.EvaluationRepository;
import dev.dictamen.gateway.history.EvaluationRows.Detail;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** A replay beside the live run or another replay. Handlers block, so they run on virtual threads, never on the event loop. */
@RestController
@RequestMapping("/api/replays/{id}")
class ComparisonController {
    private final Comparisons comparisons;
    private final FlippedRepository flipped;
    private final EvaluationRepository evaluations;
    private final Export export;
    private final AuditLog audit;

    ComparisonController(
            Comparisons comparisons,
            FlippedRepository flipped,
            EvaluationRepository evaluations,
            Export export,
            AuditLog audit) {
        this.comparisons = comparisons;
        this.flipped = flipped;
        this.evaluations = evaluations;
        this.export = export;
        this.audit = audit;
    }

    /** @param next where the next page begins; null after the last */
    record Page(List<Flipped> items, @Nullable String next) {}

    /** A chat's verdicts side by side; null where a run has none. */
    record BothVerdicts(
            String chatId, @Nullable Detail with, @Nullable Detail run) {}

    @GetMapping("/comparison")
    Comparison comparison(
            @PathVariable String id, @RequestParam(defaultValue = "live") String with, Authentication authentication) {
        return comparisons.of(comparisons.between(id, with, Reader.of(authentication)));
    }

    @GetMapping("/flipped")
    Page flipped(
            @PathVariable String id,
            @RequestParam(defaultValue = "live") String with,
            FlippedQuery query,
            Authentication authentication) {
        TwoRuns runs = comparisons.between(id, with, Reader.of(authentication));
        int limit = query.most();
        List<Found> found = flipped.find(runs, query.filter(), query.after(), limit + 1);
        boolean isLast = found.size() <= limit;
        List<Found> page = isLast ? found : found.subList(0, limit);
        return new Page(
                page.stream().map(Found::chat).toList(),
                isLast ? null : page.getLast().at().encode());
    }

    /** Opening a chat is written to the audit log: it is personal data. */
    @GetMapping("/chats/{segment}")
    BothVerdicts chat(
            @PathVariable String id,
            @PathVariable String segment,
            @RequestParam(defaultValue = "live") String with,
            Authentication authentication) {
        Reader reader = Reader.of(authentication);
        TwoRuns runs = comparisons.between(id, with, reader);
        String chatId = ChatIdSegment.toChatId(segment).orElseThrow(ComparisonController::noSuchChat);
        Detail ofWith = verdict(chatId, runs.with(), authentication);
        Detail ofRun = verdict(chatId, runs.run(), authentication);
        if (ofWith == null && ofRun == null) {
            throw noSuchChat();
        }
        audit.add(reader.username(), "chat_read", chatId, null);
        return new BothVerdicts(chatId, ofWith, ofRun);
    }

    private @Nullable Detail verdict(String chatId, String run, Authentication authentication) {
        return evaluations
                .findByChat(chatId, run)
                .filter(found ->
                        Reader.of(authentication).scope().sees(found.item().team()))
                .map(found -> Reader.isAdmin(authentication) ? found : found.withoutRawAnswer())
                .orElse(null);
    }

    private static ErrorResponseException noSuchChat() {
        return Problems.of(HttpStatus.NOT_FOUND, "no such chat");
    }

    /** Taking chats away is written to the audit log: it is personal data. */
    @GetMapping("/export")
    ResponseEntity<Flux<String>> export(
            @PathVariable String id,
            @RequestParam(defaultValue = "live") String with,
            @RequestParam(defaultValue = "csv") String format,
            Authentication authentication) {
        Reader reader = Reader.of(authentication);
        TwoRuns runs = comparisons.between(id, with, reader);
        ExportFormat written = Word.of(ExportFormat.class, format)
                .orElseThrow(() -> Problems.of(HttpStatus.BAD_REQUEST, "format is neither csv nor jsonl"));
        Flux<String> lines = export.write(runs, written);
        audit.add(reader.username(), "replay_export", id + " with " + with, null);
        return ResponseEntity.ok()
                .contentType(written.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + "-with-" + with + "." + format)
                                .build()
                                .toString())
                .body(lines);
    }
}
