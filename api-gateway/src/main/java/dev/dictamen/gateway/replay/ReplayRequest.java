package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.web.Problems;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * A replay that somebody wants.
 *
 * @param name empty for one made of what is asked
 * @param selection all chats where it is not given
 * @param mode compare where it is not given
 */
record ReplayRequest(
        @Nullable String name,
        @Nullable Selection selection,
        @Nullable Ask ask,
        @Nullable Mode mode,
        @Nullable Double ratePerSecond) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MODEL = 255;
    private static final int LONGEST_CHAT_ID = 190;

    /** Which chats, checked against the topics that hold chats. */
    Selection wantedSelection(Set<String> chatTopics) {
        var wanted = selection == null ? Selection.ALL : selection;
        wanted.offsets().stream()
                .filter(stretch -> !chatTopics.contains(stretch.topic()))
                .findFirst()
                .ifPresent(stretch -> {
                    throw refused("selection.offsets: topic is one of %s, not %s"
                            .formatted(String.join(", ", chatTopics), stretch.topic()));
                });
        wanted.chatIds().stream()
                .filter(id -> id.isBlank() || id.codePointCount(0, id.length()) > LONGEST_CHAT_ID)
                .findFirst()
                .ifPresent(id -> {
                    throw refused("selection.chatIds: ids have 1 to 190 characters");
                });
        return wanted;
    }

    /** How they are asked: the usual model is not named, so that it stays the usual one when that changes. */
    Ask wantedAsk(Collection<String> versions, String usualModel) {
        if (ask == null) {
            throw refused("ask is missing: {\"promptVersion\": …}");
        }
        if (!versions.contains(ask.promptVersion())) {
            throw refused(
                    versions.isEmpty()
                            ? "ask.promptVersion: no version is published yet; a worker publishes its own when it starts"
                            : "ask.promptVersion: no version " + ask.promptVersion() + "; there are "
                                    + String.join(", ", versions));
        }
        return new Ask(ask.promptVersion(), modelBut(ask.model(), usualModel), ask.temperature(), ask.seed());
    }

    private static @Nullable String modelBut(@Nullable String model, String usualModel) {
        if (model == null || model.isBlank() || model.strip().equals(usualModel)) {
            return null;
        }
        return line(model.strip(), "ask.model", LONGEST_MODEL);
    }

    Mode wantedMode() {
        return mode == null ? Mode.COMPARE : mode;
    }

    String wantedName() {
        if (name == null || name.isBlank()) {
            return (ask == null ? "" : ask.promptVersion() + ", ")
                    + wantedMode().word();
        }
        return line(name.strip(), "name", LONGEST_NAME);
    }

    private static String line(String text, String field, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(field + ": one line of at most " + longest + " characters");
        }
        return text;
    }

    private static ErrorResponseException refused(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, detail);
    }
}
