package dev.dictamen.worker.replicas;

/**
 * A call whose permit is given back.
 *
 * @param replica which one it was made to
 * @param isControl whether the control question was asked instead of the question
 * @param blamesQuestion whether the question is to blame rather than the replica, which answers others: it was refused by one
 *     that had answered the call before, or broke one that was well when the call began
 */
public record EndedCall(Ending ending, String replica, boolean isControl, boolean blamesQuestion) {}
