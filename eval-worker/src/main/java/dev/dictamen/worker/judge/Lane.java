package dev.dictamen.worker.judge;

/** The two lanes, most urgent first: chats as they close, and bulk work (backlog, replay). */
public enum Lane {
    LIVE,
    BULK
}
