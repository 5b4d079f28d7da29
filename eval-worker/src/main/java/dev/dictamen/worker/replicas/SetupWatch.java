package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus.SetupFault;
import dev.dictamen.worker.judge.Completion;
import org.jspecify.annotations.Nullable;

/**
 * Notices the replica that is set up wrongly: every call of late ended with the same fault, which a setting of the server causes.
 * One call that ends otherwise is enough to think well of it again. Guarded by its pool's lock.
 */
final class SetupWatch {
    /** One question comes to three calls that fail alike, and that says nothing of the others. */
    private static final int ENOUGH = 5;

    private @Nullable SetupFault last;
    private int inARow;
    private @Nullable SetupFault known;

    /** Null while nothing is wrong, or too little is known. */
    @Nullable
    SetupFault fault() {
        return known;
    }

    /** True when this changed the fault. */
    boolean note(Ending ending) {
        if (saysNothing(ending)) {
            return false;
        }
        var fault = faultOf(ending);
        inARow = fault == last ? inARow + 1 : 1;
        last = fault;
        var before = known;
        known = fault != null && (inARow >= ENOUGH || fault == known) ? fault : null;
        return known != before;
    }

    /** Of how a server is set up tell only a completion, and a refusal of our key or model. */
    private static boolean saysNothing(Ending ending) {
        return switch (ending) {
            case Ending.Answered _ -> false;
            case Ending.Failed(Trouble trouble, String _) -> faultOf(trouble) == null;
            case Ending.Refused _ -> true;
            case Ending.Unserved _ -> true;
            case Ending.Stopped _ -> true;
        };
    }

    private static @Nullable SetupFault faultOf(Ending ending) {
        return switch (ending) {
            case Ending.Answered(Completion completion) -> faultOf(completion);
            case Ending.Failed(Trouble trouble, String _) -> faultOf(trouble);
            case Ending.Refused _ -> null;
            case Ending.Unserved _ -> null;
            case Ending.Stopped _ -> null;
        };
    }

    private static @Nullable SetupFault faultOf(Trouble trouble) {
        return switch (trouble) {
            case NO_COMPLETION -> SetupFault.NO_COMPLETION;
            case WRONG_KEY -> SetupFault.WRONG_KEY;
            case WRONG_MODEL -> SetupFault.WRONG_MODEL;
            case UNREACHABLE, BUSY, BROKEN, STALLED, LATE, RESET, CUT, REFUSING, MISCONFIGURED -> null;
        };
    }

    private static @Nullable SetupFault faultOf(Completion completion) {
        var content = completion.content();
        if (content == null || content.isBlank()) {
            return completion.elsewhere() == null || completion.isCut()
                    ? SetupFault.NO_CONTENT
                    : SetupFault.ANSWER_ELSEWHERE;
        }
        if (content.contains("<think>") || content.contains("<|channel|>")) {
            return SetupFault.REASONING_IN_CONTENT;
        }
        return content.indexOf('{') < 0 ? SetupFault.NO_OBJECT : null;
    }
}
