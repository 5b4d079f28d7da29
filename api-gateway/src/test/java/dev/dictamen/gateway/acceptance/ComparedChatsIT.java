package dev.dictamen.gateway.acceptance;

import static dev.dictamen.gateway.acceptance.Experiment.ADMIN;
import static dev.dictamen.gateway.acceptance.Experiment.GATEWAY;
import static dev.dictamen.gateway.acceptance.Experiment.LONG;
import static dev.dictamen.gateway.acceptance.Experiment.LONGER;
import static dev.dictamen.gateway.acceptance.Experiment.MANY_CHATS;
import static dev.dictamen.gateway.acceptance.Experiment.OTHER;
import static dev.dictamen.gateway.acceptance.Experiment.RUN;
import static dev.dictamen.gateway.acceptance.Experiment.SALES;
import static dev.dictamen.gateway.acceptance.Experiment.SCORES;
import static dev.dictamen.gateway.acceptance.Experiment.exported;
import static dev.dictamen.gateway.acceptance.Experiment.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The chats behind a comparison: which were flipped, one with its two verdicts, and all of them to take away. */
class ComparedChatsIT {
    @Test
    void flippedChatsComeTheLargestShiftFirstWithoutHolesOrRepetitions() {
        var seen = new ArrayList<String>();
        var shifts = new ArrayList<Integer>();
        var cursor = "";
        do {
            var page = ADMIN.get(path(RUN, "flipped?limit=4" + cursor)).json();
            page.path("items").forEach(item -> {
                seen.add(item.path("chatId").asString());
                shifts.add(Math.abs(SCORES.indexOf(item.at("/run/score").asString())
                        - SCORES.indexOf(item.at("/with/score").asString())));
            });
            var next = page.path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        var expected = exported(ADMIN, RUN).stream()
                .filter(line -> line.path("shift").asInt() != 0)
                .map(line -> line.path("chatId").asString())
                .toList();
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(shifts).isSortedAccordingTo((a, b) -> Integer.compare(b, a)).contains(1, 2);
    }

    @Test
    void flippedChatsOfOneCellAreThoseOfTheMatrix() {
        var items = ADMIN.get(path(RUN, "flipped?from=bad&to=neutral&limit=200"))
                .json()
                .path("items");

        assertThat(items.size())
                .isPositive()
                .isEqualTo(ADMIN.get(path(RUN, "comparison"))
                        .json()
                        .at("/matrix/1/2")
                        .asInt());
        assertThat(items.get(0).propertyNames())
                .containsExactly("chatId", "agentName", "team", "closedAt", "with", "run");
        assertThat(items.get(0).path("with").toString())
                .isEqualTo("{\"score\":\"bad\",\"reason\":\"Razón de live\",\"simulated\":true}");
        assertThat(items.get(0).at("/run/simulated").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "flipped?from=excellent, from",
        "flipped?to=x, to",
        "flipped?limit=0, limit",
        "flipped?limit=x, limit",
        "flipped?cursor=AAAA, cursor",
        "export?format=xlsx, format"
    })
    void whatCannotBeIsRefusedByName(String rest, String name) {
        var answer = ADMIN.get(path(RUN, rest));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).startsWith(name);
    }

    @Test
    void aChatsTwoVerdictsStandSideBySideAndOpeningItIsAudited() {
        var both = ADMIN.get(path(RUN, "chats/chat-4")).json();
        var one = SALES.get(path(RUN, "chats/only-run")).json();

        assertThat(both.propertyNames()).containsExactly("chatId", "with", "run");
        assertThat(both.at("/with/runId").asString()).isEqualTo("live");
        assertThat(both.at("/run/reason").asString()).isEqualTo("Razón de " + RUN);
        assertThat(both.at("/run/rawAnswer").asString()).isEqualTo("{\"raw\":1}");
        assertThat(one.path("with").isNull()).isTrue();
        assertThat(one.at("/run/rawAnswer").isNull()).isTrue();
        assertThat(GATEWAY.rows("SELECT 1 FROM audit_log WHERE actor = 'sales' AND action = 'chat_read'"
                        + " AND target = 'only-run'"))
                .hasSize(1);
        assertThat(ADMIN.get(path(RUN, "chats/nowhere")).status()).isEqualTo(404);
    }

    @Test
    void anExportIsAnAuditedAttachmentThatNoSpreadsheetCalculates() {
        var answer = SALES.get(path(OTHER, "export"));

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + OTHER + "-with-live.csv\"");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.text())
                .isEqualTo(
                        "chatId,agentId,agentName,team,channel,language,closedAt,withScore,withReason,withImprovement,"
                                + "withSimulated,runScore,runReason,runImprovement,runSimulated,shift,csat,resolved,intent\r\n"
                                + "evil,,\"'=HYPERLINK(\"\"evil\"\",\"\"click\"\")\",Ventas,,,2026-11-20T07:59:00Z,great,'+1,Mejora.,true,"
                                + "horrible,\"Lügen, \"\"quotes\"\"\nñ\",Mejora.,false,-4,,,'@SUM(A1)\r\n");
        assertThat(GATEWAY.rows("SELECT target FROM audit_log WHERE actor = 'sales' AND action = 'replay_export'"))
                .anySatisfy(row -> assertThat(row).containsEntry("target", OTHER + " with live"));
    }

    @Test
    void aLongExportHoldsEachChatOnceThoughManyWereJudgedAtOneInstant() {
        var ids = ADMIN.get(path(LONG, "export?format=jsonl&with=" + LONGER))
                .text()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).path("chatId").asString())
                .toList();

        assertThat(ids).hasSize(MANY_CHATS).doesNotHaveDuplicates();
        assertThat(ADMIN.get(path(LONG, "export?with=" + LONGER)).text().lines())
                .hasSize(1 + MANY_CHATS);
    }
}
