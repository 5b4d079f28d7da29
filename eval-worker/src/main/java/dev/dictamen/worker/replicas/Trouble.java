package dev.dictamen.worker.replicas;

/** Why a replica gave no answer. */
public enum Trouble {
    /** Not there: it may be starting or stopping. */
    UNREACHABLE(Doubt.NONE),
    /** It says that it has no room (429, 503) or is stopping (abort): perhaps no room for this question, but that will come. */
    BUSY(Doubt.WAIT),
    /** It took the call and did not answer it: an error of its own, or no answer in time. */
    BROKEN(Doubt.GIVE_UP),
    /** It took the call and finished nothing, neither this one nor any other. */
    STALLED(Doubt.GIVE_UP),
    /** No answer in the little time that was left: this says nothing of the replica. */
    LATE(Doubt.NONE),
    /** The connection broke before the first byte of an answer: it may have been an idle one that the server closed. */
    RESET(Doubt.GIVE_UP),
    /** The connection broke in the middle of an answer, or the answer had no end. */
    CUT(Doubt.GIVE_UP),
    /** It refuses one question after another. */
    REFUSING(Doubt.WAIT),
    /** It says that all is well (200) and sends no completion. */
    NO_COMPLETION(Doubt.GIVE_UP),
    /** It does not take our key: nothing will do until somebody changes the settings, unless a proxy minds one text. */
    WRONG_KEY(Doubt.GIVE_UP),
    /** It does not know our model: nothing will do until somebody changes the settings. */
    WRONG_MODEL(Doubt.GIVE_UP),
    /** It does not know what is asked of it at all. */
    MISCONFIGURED(Doubt.GIVE_UP);

    private final Doubt doubt;

    Trouble(Doubt doubt) {
        this.doubt = doubt;
    }

    /** What a question may have to do with it. */
    private enum Doubt {
        NONE,
        WAIT,
        GIVE_UP
    }

    /** Whether the question may be the cause: it is no probe of whether the replica answers others. */
    public boolean mayBeTheQuestions() {
        return doubt != Doubt.NONE;
    }

    /** Whether a question that meets it again and again, while others are answered, is given up. */
    boolean isABreak() {
        return doubt == Doubt.GIVE_UP;
    }
}
