package dev.dictamen.worker.judge;

import dev.dictamen.contract.Word;

/** The two lanes, most urgent first: chats as they close, and bulk work (backlog, replay). */
public enum Lane implements Word {
    LIVE,
    BULK
}
