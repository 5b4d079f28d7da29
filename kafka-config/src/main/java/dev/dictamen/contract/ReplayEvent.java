package dev.dictamen.contract;

/** What travels about replays and the prompts that they ask with; the records stand in {@code contract.replay}. */
public non-sealed interface ReplayEvent extends Event {}
