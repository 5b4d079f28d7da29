package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Score;
import dev.dictamen.contract.Word;
import dev.dictamen.gateway.web.Problems;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which flipped chats somebody asks for, unread: what cannot be is refused with 400 by its name. */
record FlippedQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String limit,
        @Nullable String cursor) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    FlippedQuery {
        from = given(from);
        to = given(to);
        limit = given(limit);
        cursor = given(cursor);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    FlippedRepository.Filter filter() {
        return new FlippedRepository.Filter(score(from, "from"), score(to, "to"));
    }

    private static @Nullable Score score(@Nullable String word, String name) {
        return word == null
                ? null
                : Word.of(Score.class, word)
                        .orElseThrow(() -> Problems.of(
                                HttpStatus.BAD_REQUEST,
                                name + " is none of "
                                        + Arrays.stream(Score.values())
                                                .map(Score::word)
                                                .collect(Collectors.joining(", "))));
    }

    int most() {
        try {
            int most = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
            if (most >= 1 && most <= LARGEST_LIMIT) {
                return most;
            }
        } catch (NumberFormatException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "limit is not a number");
        }
        throw Problems.of(HttpStatus.BAD_REQUEST, "limit is not between 1 and " + LARGEST_LIMIT);
    }

    @Nullable
    ShiftCursor after() {
        try {
            return cursor == null ? null : ShiftCursor.decode(cursor);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "cursor is not one of ours");
        }
    }
}
