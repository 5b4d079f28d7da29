package dev.dictamen.stack.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.demo.Step.Move;
import dev.dictamen.stack.demo.Step.SpokenLine;
import dev.dictamen.stack.demo.Timetable.Due;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final int CHATS = 200;

    private Timetable timetable;

    @BeforeEach
    void read() throws IOException {
        timetable = new Timetable(DemoChats.read());
    }

    @Test
    void oneChatIsClosedForTheFirstTimeInEveryInterval() {
        Set<Long> closed = new HashSet<>();
        for (long interval = 1; interval <= CHATS; interval++) {
            long tick = interval * Timetable.TICKS_PER_CLOSE;
            var firsts = dueIn(tick, tick + Timetable.TICKS_PER_CLOSE)
                    .filter(due -> due.step().move() == Move.CLOSE && closed.add(due.chat()))
                    .toList();

            assertThat(firsts).as("after %s intervals", interval).hasSize(1);
        }
    }

    @Test
    void severalChatsAreOpenAtAnyTimeAndNoneForLong() {
        Set<Long> open = new HashSet<>();
        for (long tick = 0; tick < CHATS * Timetable.TICKS_PER_CLOSE; tick++) {
            for (var due : timetable.dueAt(tick)) {
                if (due.step().move() == Move.CLOSE) {
                    open.remove(due.chat());
                } else if (due.step().move() != Move.TALK) {
                    open.add(due.chat());
                }
            }
            assertThat(open).as("at tick %s", tick).hasSizeBetween(2, 8);
        }
    }

    @Test
    void aChatOpensOnceFirstAndItsLinesComeInTheirOrderInSeveralSteps() {
        for (int chat = 0; chat < CHATS; chat++) {
            var steps = stepsOf(chat);
            assertThat(steps).as("chat %s", chat).hasSizeGreaterThan(1);
            assertThat(steps.stream().filter(step -> step.move() == Move.OPEN)).containsExactly(steps.getFirst());
            assertThat(steps.stream().flatMap(step -> step.lines().stream()).map(SpokenLine::position))
                    .containsExactlyElementsOf(LongStream.range(0, lines(steps).size())
                            .mapToObj(Math::toIntExact)
                            .toList());
        }
    }

    @Test
    void noTwoChatsSayTheSame() {
        assertThat(LongStream.range(0, CHATS)
                        .mapToObj(chat -> lines(stepsOf(chat)).stream()
                                .map(SpokenLine::body)
                                .toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlainChatIsItsSampleClosedWithItsLastLine() throws IOException {
        var sample = DemoChats.read().getFirst();

        var steps = stepsOf(0);

        assertThat(lines(steps).stream().map(SpokenLine::body))
                .isEqualTo(sample.transcript().stream()
                        .map(DemoChat.DemoMessage::text)
                        .toList());
        assertThat(steps.stream().filter(step -> step.move() == Move.CLOSE)).containsExactly(steps.getLast());
    }

    @Test
    void everyEndingComesInItsRatio() {
        var endings = LongStream.range(0, CHATS).mapToObj(Ending::of).collect(groupingBy(ending -> ending));

        assertThat(endings.get(Ending.LATE_MESSAGE)).hasSize(CHATS / 10);
        assertThat(endings.get(Ending.OPENED_AGAIN)).hasSize(CHATS / 20);
        assertThat(endings.get(Ending.LEFT)).hasSize(CHATS / 20);
    }

    @Test
    void eachEndingHasItsMoves() {
        assertThat(lastMoves(stepsOf(3))).containsExactly(Move.CLOSE, Move.TALK);
        assertThat(lastMoves(stepsOf(12))).containsExactly(Move.OPEN_AGAIN, Move.CLOSE);
        assertThat(stepsOf(6)).noneMatch(Step::hasOperator);
        assertThat(lastMoves(stepsOf(6))).last().isEqualTo(Move.CLOSE);
    }

    private static List<Move> lastMoves(List<Step> steps) {
        return steps.subList(Math.max(0, steps.size() - 2), steps.size()).stream()
                .map(Step::move)
                .toList();
    }

    private static List<SpokenLine> lines(List<Step> steps) {
        return steps.stream().flatMap(step -> step.lines().stream()).toList();
    }

    private List<Step> stepsOf(long chat) {
        return dueIn(chat * Timetable.TICKS_PER_CLOSE - 24, (chat + 5) * Timetable.TICKS_PER_CLOSE)
                .filter(due -> due.chat() == chat)
                .map(Due::step)
                .toList();
    }

    private Stream<Due> dueIn(long from, long to) {
        return LongStream.range(Math.max(0, from), to).boxed().flatMap(tick -> timetable.dueAt(tick).stream());
    }
}
