package dev.dictamen.contract;

/** What crosses a topic. Its {@link #key()} decides the partition, and so the order. */
public sealed interface Event permits ClosedChat, Evaluation, ReplicaStatus, ReplicaCommand, SourceStatus, ReplayEvent {
    /** The record key: the chat id, or who reports (and on what), or what an order is about. */
    String key();

    /** Names this event among all of its topic; an event that is sent again has the same. */
    String id();
}
