package dev.dictamen.simulator.engine;

/** Who leaves the waiting queue first ({@code --scheduling-policy}). */
public enum SchedulingPolicy {
    /** In order of arrival; priorities are ignored without an error, as vLLM does. */
    FCFS,
    /** By priority, then by arrival. Nothing that runs is pre-empted. */
    PRIORITY
}
