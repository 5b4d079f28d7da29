package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Runs a product's live script, a step at a time, and holds what is published after each against what must be. */
final class LiveScript {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Steps after which nothing may be published, by product. */
    private static final Set<String> SILENT = Set.of(
            "LIVEHELPERCHAT 1",
            "LIVEHELPERCHAT 6",
            "LIVEHELPERCHAT 10",
            "LIVEHELPERCHAT 11",
            "LIVEHELPERCHAT 12",
            "LIVEHELPERCHAT 13",
            "WHATICKET 1",
            "WHATICKET 6",
            "WHATICKET 7");
    /** Steps in which a chat may go out twice: closed, opened again, closed; or a message after the close. */
    private static final Set<String> TWICE = Set.of("LIVEHELPERCHAT 5", "LIVEHELPERCHAT 7", "WHATICKET 3");
    /** Steps that close what nobody answered. */
    private static final Set<String> UNANSWERED = Set.of("LIVEHELPERCHAT 8", "WHATICKET 5");

    private final ChatProduct product;
    private final TestDatabase server;
    private final String schema;
    private final Follow follow;
    private final PublishedChats published;

    LiveScript(ChatProduct product, TestDatabase server, String schema, Follow follow, PublishedChats published) {
        this.product = product;
        this.server = server;
        this.schema = schema;
        this.follow = follow;
        this.published = published;
    }

    void run() {
        var steps = product.liveSteps();
        for (JsonNode expected : product.liveExpected()) {
            int number = expected.get("step").asInt();
            int before = published.all().size();
            var begun = Instant.now().minusSeconds(1);
            server.run(schema, steps.getFirst() + steps.get(number));
            settle(number);
            var versions = published.all();
            check(expected, withoutMarkers(versions.subList(before, versions.size())), begun);
        }
    }

    /** A message to a chat closed long ago comes last in the log: when it is published, so is all that came before. */
    private void settle(int number) {
        var text = "marker " + number;
        server.run(schema, product.lateMessage(text));
        await().atMost(SOON)
                .until(() -> published.of(product.markedChat()).stream()
                        .anyMatch(version -> version.messages().getLast().text().equals(text)));
        follow.awaitGate();
    }

    private List<ClosedChat> withoutMarkers(List<ClosedChat> versions) {
        return versions.stream()
                .filter(version -> !version.chatId().equals(product.markedChat()))
                .toList();
    }

    private void check(JsonNode expected, List<ClosedChat> versions, Instant begun) {
        var step = product + " " + expected.get("step").asInt();
        var ids = versions.stream().map(version -> version.chatId()).toList();
        if (SILENT.contains(step)) {
            assertThat(ids).as(step).isEmpty();
            return;
        }
        var wanted = expected.get("chats").valueStream().map(LiveScript::id).collect(Collectors.toSet());
        assertThat(Set.copyOf(ids)).as(step).isEqualTo(wanted);
        if (!TWICE.contains(step)) {
            assertThat(ids).as(step).hasSameSizeAs(wanted);
        }
        for (JsonNode chat : expected.get("chats")) {
            var newest = newest(versions, id(chat));
            assertThat(newest.closedAt()).as(step).isAfter(begun);
            if (chat.has("messages")) {
                assertThat(seenByCustomer(newest))
                        .as(step + " " + chat)
                        .isEqualTo(chat.get("messages").asLong());
            }
            if (UNANSWERED.contains(step)) {
                assertThat(newest.messages()).as(step).noneMatch(message -> message.role() == Role.AGENT);
            }
        }
        detail(step, versions);
    }

    private static void detail(String step, List<ClosedChat> versions) {
        if (step.equals("LIVEHELPERCHAT 9")) {
            var chat = versions.getLast();
            assertThat(chat.subject().agentId()).isEqualTo("3");
            assertThat(chat.messages().stream().filter(message -> message.role() == Role.AGENT))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        if (step.equals("WHATICKET 3")) {
            assertThat(versions.getLast().subject().agentId()).isEqualTo("3");
        }
        if (step.equals("LIVEHELPERCHAT 15")) {
            assertThat(versions.getLast().messages().getLast().text()).isEqualTo("gracias 👋");
        }
    }

    private static ClosedChat newest(List<ClosedChat> versions, String id) {
        return versions.stream()
                .filter(chat -> chat.chatId().equals(id))
                .max(Comparator.comparingLong(ClosedChat::revision))
                .orElseThrow();
    }

    private static long seenByCustomer(ClosedChat chat) {
        return chat.messages().stream()
                .filter(message -> message.role() != Role.SYSTEM && message.role() != Role.NOTE)
                .count();
    }

    private static String id(JsonNode chat) {
        return chat.isObject() ? chat.get("chat").asString() : chat.asString();
    }
}
