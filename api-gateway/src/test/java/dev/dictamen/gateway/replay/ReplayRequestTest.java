package dev.dictamen.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.web.JsonBody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.ErrorResponseException;

class ReplayRequestTest {
    private static final Set<String> TOPICS = Set.of("closed");
    private static final List<String> VERSIONS = List.of("p-1", "p-2");

    @Test
    void theLeastThatCanBeSaidIsTheVersion() {
        var request = read("{\"ask\": {\"promptVersion\": \"p-1\"}, \"name\": \" \"}");

        assertThat(request.wantedSelection(TOPICS)).isEqualTo(Selection.ALL);
        assertThat(request.wantedMode()).isEqualTo(Mode.COMPARE);
        assertThat(request.wantedName()).isEqualTo("p-1, compare");
        assertThat(request.wantedAsk(VERSIONS, "usual")).isEqualTo(Ask.with("p-1"));
    }

    @Test
    void anotherModelIsNamedAndTheUsualOneIsNot() {
        var ask = "{\"ask\": {\"promptVersion\": \"p-1\", \"model\": \" large \", \"temperature\": 2, \"seed\": 0}}";

        assertThat(read(ask).wantedAsk(VERSIONS, "usual")).isEqualTo(new Ask("p-1", "large", 2.0, 0));
        assertThat(read(ask).wantedAsk(VERSIONS, "large")).isEqualTo(new Ask("p-1", null, 2.0, 0));
    }

    @Test
    void partsOfASelectionMayBeLeftOut() {
        var selection = read("""
                {"selection": {"filter": {"teams": ["Ventas"]}, "sample": {"size": 5},
                    "offsets": [{"topic": "closed", "partition": 3, "from": 0, "to": 10}]}}
                """).wantedSelection(TOPICS);

        assertThat(selection.filter().teams()).containsExactly("Ventas");
        assertThat(selection.filter().failed()).isFalse();
        assertThat(selection.sample()).isEqualTo(new Selection.Sample(5, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                      | ask is missing
                    {"ask": {}}                                             | ask: promptVersion is missing
                    {"ask": {"promptVersion": "p-9"}}                       | no version p-9; there are p-1, p-2
                    {"ask": {"promptVersion": "p-1", "temperature": 9}}     | ask: temperature: from 0 to 2, not 9.0
                    {"ask": {"promptVersion": "p-1", "seed": "x"}}          | ask.seed: a number, not x
                    {"mode": "overwrite"}                                   | mode: one of compare, replace, not overwrite
                    {"name": "a\\nb"}                                       | name: one line of at most 200 characters
                    {"selection": 7}                                        | selection: not of the kind that stands here
                    {"selection": {"filter": {"team": ["a"]}}}              | selection.filter.team: no such field; there are [
                    {"selection": {"filter": {"scores": ["superb"]}}}       | selection.filter.scores[0]: one of horrible, bad
                    {"selection": {"from": "yesterday"}}                    | selection.from: a time like 2026-01-31T00:00:00Z, not yesterday
                    {"selection": {"sample": {"size": 0}}}                  | sample: at least one chat, not 0
                    {"selection": {"chatIds": [""]}}                        | selection.chatIds: ids have 1 to 190 characters
                    {"selection": {"chatIds": [null]}}                      | selection: something in it is missing
                    {"selection": {"offsets": [{"topic": "x", "to": 1}]}}   | selection.offsets: topic is one of closed, not x
                    {"ask": {"promptVersion": "p-1"}} and more              | the body is not JSON: line 1, column 3
                    null                                                    | the body is null, not an object
                    """)
    void whatCannotBeIsSaidWithTheFieldsName(String body, String detail) {
        assertThatThrownBy(() -> {
                    var request = read(body);
                    request.wantedSelection(TOPICS);
                    request.wantedName();
                    request.wantedAsk(VERSIONS, "usual");
                })
                .isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(400);
                    assertThat(refusal.getBody().getDetail()).contains(detail);
                });
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> read("{\"name\": \"" + "x".repeat(10_000) + "\"}"))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("413");
    }

    private static ReplayRequest read(String body) {
        return JsonBody.read(MockServerHttpRequest.post("/api/replays").body(body), ReplayRequest.class, 10_000);
    }
}
