package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Completion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the end of a call says: of its replica, which is told, and of its question. For who holds the pool's lock. */
final class Blame {
    private static final Logger log = LoggerFactory.getLogger(Blame.class);

    private Blame() {}

    /** Tells the replica; true when the question is to blame ({@link EndedCall}). */
    static boolean of(Permit permit, Ending ending, long now) {
        var replica = permit.replica();
        boolean hasJustAnswered = replica.hasJustAnswered();
        replica.statistics().ended(ending, permit.beganNanos(), now);
        if (replica.noteSetup(ending)) {
            log.warn("event=replica-setup replica={} fault={}", replica.name(), replica.setupFault());
        }
        return switch (ending) {
            case Ending.Answered(Completion completion) -> {
                if (replica.answered(permit, completion.isSimulated(), now)) {
                    log.info(
                            "event=replica-state replica={} state={}",
                            replica.name(),
                            replica.state(now).word());
                }
                yield false;
            }
            case Ending.Failed(Trouble trouble, String cause) -> {
                failed(permit, trouble, cause);
                boolean mayHaveBeenIdle = trouble == Trouble.RESET && !permit.hasFailedBefore();
                yield permit.wasWell() && !mayHaveBeenIdle && trouble.isABreak();
            }
            case Ending.Refused(String cause) -> {
                failed(permit, Trouble.REFUSING, cause);
                yield !permit.isControl() && (hasJustAnswered || (permit.isOfASuspect() && permit.wasWell()));
            }
            case Ending.Unserved unserved -> true;
            case Ending.Stopped stopped -> false;
        };
    }

    /** A question's failures count once, however often it is asked: one chat makes no replica unreachable. */
    private static void failed(Permit permit, Trouble trouble, String cause) {
        if (permit.hasFailedBefore() && trouble.mayBeTheQuestions()) {
            permit.replica().doubt();
        } else {
            replica(permit.replica(), trouble, cause);
        }
    }

    /** Notes what speaks against a replica, whatever was asked. */
    static void replica(Replica replica, Trouble trouble, String cause) {
        if (replica.failed(trouble, System.nanoTime())) {
            log.warn(
                    "event=replica-state replica={} state=unreachable trouble={} cause=\"{}\"",
                    replica.name(),
                    trouble,
                    cause);
        }
    }
}
