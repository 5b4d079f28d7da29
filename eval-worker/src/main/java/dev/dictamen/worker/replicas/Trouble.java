package dev.dictamen.worker.replicas;

/** Why a replica gave no answer. */
public enum Trouble {
    /** Not there, or the connection broke: it may be starting or stopping. */
    UNREACHABLE,
    /** It says that it has no room (429, 503) or is stopping (abort). */
    BUSY,
    /** It took the call and did not answer it: an error of its own, or no answer in time. */
    BROKEN,
    /** It took the call and finished nothing, neither this one nor any other. */
    STALLED,
    /** No answer in the little time that was left: this says nothing of the replica. */
    LATE,
    /** The connection broke before the first byte of an answer: it may have been an idle one that the server closed. */
    RESET,
    /** It refuses one question after another. */
    REFUSING,
    /** It does not know our key or our model: nothing will do until somebody changes the settings. */
    MISCONFIGURED
}
