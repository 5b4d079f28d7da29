package dev.dictamen.ingest.read;

import java.time.Duration;

/** Keeps readers to a number of chats a second, in turns of their size. Safe for use by several threads. */
public final class Pace {
    private final double nanosPerChat;
    private long freeAt = System.nanoTime();

    public Pace(int chatsPerSecond) {
        this.nanosPerChat = Duration.ofSeconds(1).toNanos() / (double) chatsPerSecond;
    }

    /** Waits until this many chats may be read. */
    public void await(int chats) throws InterruptedException {
        long wait = reserve(chats) - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve(int chats) {
        long mine = Math.max(freeAt, System.nanoTime());
        freeAt = mine + Math.round(chats * nanosPerChat);
        return mine;
    }
}
