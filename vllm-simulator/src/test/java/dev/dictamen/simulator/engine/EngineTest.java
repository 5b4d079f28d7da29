package dev.dictamen.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
    private final List<Runnable> timers = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Test
    void startsInOrderOfArrivalUnderFcfs() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        submit(engine, "first", 0);
        submit(engine, "second", 5);
        submit(engine, "third", -5);

        finishAll();

        assertThat(events)
                .containsExactly(
                        "first starts", "first ends", "second starts", "second ends", "third starts", "third ends");
    }

    @Test
    void startsTheLowestPriorityNumberFirstAndPreemptsNothing() {
        var engine = engine(SchedulingPolicy.PRIORITY, 1, 10);
        submit(engine, "bulk-1", 10);
        submit(engine, "bulk-2", 10);
        submit(engine, "live-1", 0);
        submit(engine, "live-2", 0);

        finishAll();

        assertThat(events.stream().filter(event -> event.endsWith("starts")))
                .containsExactly("bulk-1 starts", "live-1 starts", "live-2 starts", "bulk-2 starts");
    }

    @Test
    void fillsItsSlotsAndNoMore() {
        var engine = engine(SchedulingPolicy.FCFS, 2, 1);
        submit(engine, "a", 0);
        submit(engine, "b", 0);
        assertThat(engine.isFull()).isFalse();
        submit(engine, "c", 0);

        assertThat(engine.running()).isEqualTo(2);
        assertThat(engine.waiting()).isEqualTo(1);
        assertThat(engine.isFull()).isTrue();
    }

    @Test
    void givesACancelledSlotToTheNext() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        var gone = submit(engine, "gone", 0);
        submit(engine, "next", 0);

        gone.cancel();
        finishAll();

        assertThat(events).containsExactly("gone starts", "next starts", "next ends");
    }

    @Test
    void forgetsWhoLeavesTheQueue() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        submit(engine, "a", 0);
        submit(engine, "gone", 0).cancel();

        finishAll();

        assertThat(events).containsExactly("a starts", "a ends");
    }

    @Test
    void drainsWhatItHasAndAbortsWhatComes() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        submit(engine, "running", 0);
        submit(engine, "waiting", 0);

        engine.drain(() -> events.add("idle"));
        submit(engine, "late", 0);
        finishAll();

        assertThat(events)
                .containsExactly(
                        "running starts", "late aborted", "running ends", "waiting starts", "waiting ends", "idle");
    }

    @Test
    void abortsEverythingWhenItStopsAtOnce() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        submit(engine, "running", 0);
        submit(engine, "waiting", 0);

        engine.abortAll();
        finishAll();

        assertThat(events).containsExactly("running starts", "running aborted", "waiting aborted");
        assertThat(engine.running() + engine.waiting()).isZero();
    }

    @Test
    void takesMoreSlotsAtRunTime() {
        var engine = engine(SchedulingPolicy.FCFS, 1, 10);
        submit(engine, "a", 0);
        submit(engine, "b", 0);

        engine.resize(2, 10);

        assertThat(engine.running()).isEqualTo(2);
    }

    private Engine engine(SchedulingPolicy policy, int slots, int waitingLimit) {
        Timers manual = (delay, task) -> {
            timers.add(task);
            return () -> timers.remove(task);
        };
        return new Engine(manual, policy, slots, waitingLimit);
    }

    private Engine.Place submit(Engine engine, String name, long priority) {
        return engine.submit(new Recorded(name, priority, events));
    }

    private void finishAll() {
        while (!timers.isEmpty()) {
            timers.removeFirst().run();
        }
    }

    private record Recorded(String name, long priority, List<String> events) implements Generation {
        @Override
        public Duration started(int running) {
            events.add(name + " starts");
            return Duration.ZERO;
        }

        @Override
        public int generatedTokens() {
            return 0;
        }

        @Override
        public void completed() {
            events.add(name + " ends");
        }

        @Override
        public void aborted() {
            events.add(name + " aborted");
        }
    }
}
