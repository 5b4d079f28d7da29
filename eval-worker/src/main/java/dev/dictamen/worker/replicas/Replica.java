package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.judge.Lane;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One model server: what this worker has under way there, and whether and how much more it may be sent. Guarded by its
 * pool's lock, but for its name, its addresses and its statistics.
 */
public final class Replica {
    /** So long after its last live call a replica expects more of them. */
    private static final long LIVE_NANOS = Duration.ofSeconds(30).toNanos();

    private final URI address;
    private final ReplicaProperties properties;
    private final Breaker breaker = new Breaker();
    private final SlowStart slowStart;
    private final StallWatch stallWatch;
    private final ReplicaStatistics statistics = new ReplicaStatistics();
    private final Slowdown slowdown = new Slowdown();
    private final Crowd crowd = new Crowd();
    private final SetupWatch setup = new SetupWatch();
    private final Set<Permit> underWay = new LinkedHashSet<>();
    private int bulkInFlight;
    private long lastLiveNanos;
    private boolean hadLive;
    private long weight;
    private Load load = Load.UNKNOWN;
    private int inFlightAtLoad;
    private boolean drained;
    private boolean simulated;
    private boolean hasControl;

    Replica(URI address, ReplicaProperties properties) {
        this.address = address;
        this.properties = properties;
        this.slowStart = new SlowStart(properties.slowStart());
        this.stallWatch = new StallWatch(properties.stallAfter());
    }

    /** host:port. */
    public String name() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    public URI resolve(String path) {
        return address.resolve(path);
    }

    ReplicaStatistics statistics() {
        return statistics;
    }

    int inFlight() {
        return underWay.size();
    }

    boolean isSimulated() {
        return simulated;
    }

    boolean hasJustAnswered() {
        return breaker.hasJustAnswered();
    }

    public Load load() {
        return load;
    }

    /** Most calls at once, as things are now. */
    int cap(long nowNanos) {
        return slowStart.cap(properties.maxInFlightPerReplica(), nowNanos);
    }

    /** Whether it takes calls as a rule: nobody drained it, and its breaker is closed. */
    boolean isSound() {
        return !drained && !breaker.isOpen();
    }

    boolean takes(PermitRequest request, long nowNanos) {
        return takes(request.lane(), nowNanos) && !(hasControl && needsControl(request));
    }

    /** Whether the control question is to be asked first: nothing has been answered since a call failed, perhaps this question's. */
    private boolean needsControl(PermitRequest request) {
        return request.isSuspect() && !hasJustAnswered();
    }

    boolean takes(Lane lane, long nowNanos) {
        boolean isProbeTaken = breaker.isOpen() && (inFlight() > 0 || !breaker.isProbeDue(nowNanos));
        if (drained || isProbeTaken) {
            return false;
        }
        int cap = cap(nowNanos);
        return inFlight() < cap && (lane == Lane.LIVE || bulkInFlight < bulkCap(nowNanos));
    }

    /**
     * Most bulk calls of this worker at once, as things are now: its share of the cap, and while live chats come no more than
     * slow those down by what is allowed; of that the part that this worker has of all calls.
     */
    int bulkCap(long nowNanos) {
        int share = properties.bulkCap(cap(nowNanos));
        if (!hadLive || nowNanos - lastLiveNanos > LIVE_NANOS) {
            return share;
        }
        double part = inFlight() == 0 ? 1 : inFlight() / running();
        return Math.max(1, (int)
                Math.min(share, part * slowdown.callsWithin(properties.bulk().slowdown())));
    }

    /** How long its calls take by its load; null before the first was answered. */
    ReplicaStatus.@Nullable ServiceTime serviceTime() {
        return slowdown.serviceTime();
    }

    /** Calls of all clients, as far as the server has told of the others'. */
    private double running() {
        return inFlight() + Math.max(0, load.calls() - inFlightAtLoad);
    }

    /**
     * Its outstanding weight: this worker's own, which is exact, or what the server said last of all clients if that is
     * more. What this worker began and ended since then is counted; calls of others are taken to weigh as much as this one.
     */
    double score(long callWeight) {
        double calls = load.calls() + load.queuePenalty() + inFlight() - inFlightAtLoad;
        return load.calls() == 0 ? (double) weight : Math.max((double) weight, calls * (double) callWeight);
    }

    Permit begin(PermitRequest request, long nowNanos) {
        if (underWay.isEmpty()) {
            stallWatch.progressed(nowNanos);
        }
        boolean isControl = needsControl(request);
        hasControl |= isControl;
        var permit = new Permit(
                this, request, new Permit.Kind(hasJustAnswered(), isControl), nowNanos, crowd.upTo(nowNanos));
        underWay.add(permit);
        crowd.is(running(), nowNanos);
        if (permit.lane() == Lane.LIVE) {
            hadLive = true;
            lastLiveNanos = nowNanos;
        }
        weight += permit.weight();
        bulkInFlight += permit.lane() == Lane.BULK ? 1 : 0;
        return permit;
    }

    /** False when it had ended before. */
    boolean end(Permit permit, long nowNanos) {
        boolean ends = underWay.remove(permit);
        if (ends) {
            crowd.is(running(), nowNanos);
            weight -= permit.weight();
            bulkInFlight -= permit.lane() == Lane.BULK ? 1 : 0;
            hasControl &= !permit.isControl();
        }
        return ends;
    }

    /** True when this closed the breaker. */
    boolean answered(Permit permit, boolean bySimulator, long nowNanos) {
        simulated = bySimulator;
        double nanos = Math.max(1, nowNanos - permit.beganNanos());
        slowdown.answered((crowd.upTo(nowNanos) - permit.crowdAtBegin()) / nanos - 1, nanos / 1e9, nowNanos);
        stallWatch.progressed(nowNanos);
        boolean wasAway = breaker.wasAway();
        boolean isBack = breaker.answered();
        if (isBack && wasAway) {
            slowStart.begin(nowNanos);
        }
        return isBack;
    }

    /** A call failed that says nothing of the replica by itself. */
    void doubt() {
        breaker.doubt();
    }

    /** What is wrong with how it is set up, by all that it has answered lately; null while nothing is. */
    ReplicaStatus.@Nullable SetupFault setupFault() {
        return setup.fault();
    }

    /** True when this changed what is known to be wrong with how it is set up. */
    boolean noteSetup(Ending ending) {
        return setup.note(ending);
    }

    /** True when this opened the breaker. */
    boolean failed(Trouble cause, long nowNanos) {
        return breaker.failed(cause, inFlight() > 0, nowNanos);
    }

    void noteWell(long nowNanos) {
        breaker.isWell(nowNanos);
    }

    /** Notes what the server says of its load. */
    void noteLoad(Load now, long nowNanos) {
        load = now;
        inFlightAtLoad = inFlight();
        crowd.is(running(), nowNanos);
        stallWatch.saw(now.generatedTokens(), nowNanos);
    }

    /** If it has stalled: opens the breaker and names the calls to break off. */
    List<Permit> stalled(long nowNanos) {
        if (!stallWatch.isStalled(!underWay.isEmpty(), nowNanos)) {
            return List.of();
        }
        breaker.stalled(nowNanos);
        stallWatch.progressed(nowNanos);
        return List.copyOf(underWay);
    }

    /** True when this changed something. */
    boolean drain() {
        boolean changes = !drained;
        drained = true;
        return changes;
    }

    /** True when this changed something. */
    boolean resume(long nowNanos) {
        boolean changes = drained;
        drained = false;
        if (changes) {
            slowStart.begin(nowNanos);
        }
        return changes;
    }

    public ReplicaStatus.State state(long nowNanos) {
        if (drained) {
            return ReplicaStatus.State.DRAINING;
        }
        if (breaker.isOpen()) {
            return breaker.isStalled() ? ReplicaStatus.State.STALLED : ReplicaStatus.State.UNREACHABLE;
        }
        return slowStart.isOn(nowNanos) ? ReplicaStatus.State.STARTING : ReplicaStatus.State.READY;
    }

    ReplicaStatus.Breaker breaker(long nowNanos) {
        if (!breaker.isOpen()) {
            return ReplicaStatus.Breaker.CLOSED;
        }
        return breaker.isProbeDue(nowNanos) ? ReplicaStatus.Breaker.HALF_OPEN : ReplicaStatus.Breaker.OPEN;
    }
}
