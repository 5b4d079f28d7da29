package dev.dictamen.stack.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dictamen.stack.boot.LocalStack.PlannedPart;
import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.parts.PartFailedException;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LocalStackTest {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    void aPartStartsAfterThoseItNeedsAndStopsBeforeThem() {
        var broker = new Recorded("broker");
        var worker = new Recorded("worker");
        var stack = new LocalStack(
                List.of(new PlannedPart(broker, List.of()), new PlannedPart(worker, List.of(broker))),
                List.of(List.of(worker), List.of(broker)),
                terminal.terminal());

        assertThat(stack.start(new CompletableFuture<>())).isTrue();
        stack.stop();

        assertThat(events).containsExactly("start broker", "start worker", "stop worker", "stop broker");
        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  ✓ broker"));
    }

    @Test
    void aPartThatFailsIsNamedAndItsDependantsNeverStart() {
        var broker = new Recorded("broker") {
            @Override
            public void start() {
                throw new PartFailedException("broker", "no disk", "make room", null);
            }
        };
        var worker = new Recorded("worker");
        var stack = new LocalStack(
                List.of(new PlannedPart(broker, List.of()), new PlannedPart(worker, List.of(broker))),
                List.of(List.of(worker), List.of(broker)),
                terminal.terminal());

        var failure = catchThrowableOfType(PartFailedException.class, () -> stack.start(new CompletableFuture<>()));
        stack.stop();

        assertThat(failure.part()).isEqualTo("broker");
        assertThat(failure.reason()).isEqualTo("no disk");
        assertThat(events).containsExactly("stop worker", "stop broker");
    }

    @Test
    void aStopThatIsAskedForDuringTheStartEndsTheStart() {
        var never = new CountDownLatch(1);
        var slow = new Recorded("slow") {
            @Override
            public void start() throws InterruptedException {
                never.await();
            }
        };
        var stack =
                new LocalStack(List.of(new PlannedPart(slow, List.of())), List.of(List.of(slow)), terminal.terminal());
        var toldToStop = CompletableFuture.<Void>completedFuture(null);

        assertThat(stack.start(toldToStop)).isFalse();
        stack.stop();

        assertThat(events).containsExactly("stop slow");
    }

    private class Recorded implements Part {
        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() throws InterruptedException {
            events.add("start " + name);
        }

        @Override
        public void stop() {
            events.add("stop " + name);
        }

        @Override
        public void kill() {
            events.add("kill " + name);
        }
    }
}
