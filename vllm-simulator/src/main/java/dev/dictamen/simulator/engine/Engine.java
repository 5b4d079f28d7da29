package dev.dictamen.simulator.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The slots of a replica ({@code --max-num-seqs}) and the queue in front of them. Confined to the thread of its timers. */
public final class Engine {
    private static final Comparator<Place> BY_ARRIVAL = Comparator.comparingLong(place -> place.arrival);

    private final Timers timers;
    private final TreeSet<Place> waiting;
    private final Set<Place> running = new LinkedHashSet<>();
    private int slots;
    private int waitingLimit;
    private long arrivals;
    private boolean draining;
    private Runnable onIdle = () -> {};

    public Engine(Timers timers, SchedulingPolicy policy, int slots, int waitingLimit) {
        this.timers = timers;
        this.slots = slots;
        this.waitingLimit = waitingLimit;
        this.waiting = new TreeSet<>(
                switch (policy) {
                    case FCFS -> BY_ARRIVAL;
                    case PRIORITY ->
                        Comparator.<Place>comparingLong(place -> place.generation.priority())
                                .thenComparing(BY_ARRIVAL);
                });
    }

    /** Whether one more generation would find neither a slot nor a place in the queue. */
    public boolean isFull() {
        return running.size() >= slots && waiting.size() >= waitingLimit;
    }

    /** Gives the generation a slot, or a place in the queue. While draining it is aborted at once. */
    public Place submit(Generation generation) {
        var place = new Place(generation, arrivals++);
        if (draining) {
            generation.aborted();
        } else {
            waiting.add(place);
            fillSlots();
        }
        return place;
    }

    /** Changes the limits at run time. Fewer slots take effect as running generations end. */
    public void resize(int newSlots, int newWaitingLimit) {
        slots = newSlots;
        waitingLimit = newWaitingLimit;
        fillSlots();
    }

    /** Lets what was taken in finish and aborts what comes from now on. */
    public void drain(Runnable whenIdle) {
        draining = true;
        onIdle = whenIdle;
        tellWhenIdle();
    }

    /** Aborts everything that runs or waits. */
    public void abortAll() {
        draining = true;
        List<Place> all = Stream.concat(running.stream(), waiting.stream()).toList();
        waiting.clear();
        new ArrayList<>(all).forEach(place -> {
            place.cancel();
            place.generation.aborted();
        });
    }

    public int running() {
        return running.size();
    }

    public int waiting() {
        return waiting.size();
    }

    /** Tokens of the generations that run, as far as they have come. */
    public int tokensUnderWay() {
        return running.stream()
                .mapToInt(place -> place.generation.generatedTokens())
                .sum();
    }

    private void fillSlots() {
        while (running.size() < slots && !waiting.isEmpty()) {
            start(waiting.pollFirst());
        }
    }

    private void start(Place place) {
        running.add(place);
        place.timer = timers.after(place.generation.started(running.size()), () -> finish(place));
    }

    private void finish(Place place) {
        if (running.remove(place)) {
            place.generation.completed();
            fillSlots();
            tellWhenIdle();
        }
    }

    private void tellWhenIdle() {
        if (draining && running.isEmpty() && waiting.isEmpty()) {
            onIdle.run();
        }
    }

    /** Where a generation stands; the way to take it back when its client has gone. */
    public final class Place {
        private final Generation generation;
        private final long arrival;
        private Timers.@Nullable Cancellation timer;

        private Place(Generation generation, long arrival) {
            this.generation = generation;
            this.arrival = arrival;
        }

        /** Frees the slot or the place in the queue; the generation hears nothing more. */
        public void cancel() {
            waiting.remove(this);
            if (timer != null) {
                timer.cancel();
            }
            if (running.remove(this)) {
                fillSlots();
            }
            tellWhenIdle();
        }
    }
}
