package dev.dictamen.stack.demo;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which conversation takes which step when. From the start on, one conversation is closed for the first time every
 * {@link #TICKS_PER_CLOSE} ticks; since each lasts longer than that, several are open at any time.
 */
record Timetable(List<DemoChat> chats) {
    static final int TICKS_PER_CLOSE = 4;

    private static final int SHORTEST = 12;
    private static final int LENGTHS = 13;
    private static final int STRIDE = 5;
    private static final int LONGEST = SHORTEST + LENGTHS - 1;

    /** A step that is due, of the conversation before which the timetable has {@code chat} others. */
    record Due(long chat, DemoChat sample, Step step) {}

    /** The steps of one tick, the earlier chats first. */
    List<Due> dueAt(long tick) {
        long first = Math.max(0, (tick - Script.AFTERMATH) / TICKS_PER_CLOSE - 1);
        long last = (tick + LONGEST) / TICKS_PER_CLOSE;
        return LongStream.rangeClosed(first, last)
                .boxed()
                .flatMap(chat -> steps(chat).stream().filter(due -> opensAt(chat) + due.step.tick() == tick))
                .toList();
    }

    private List<Due> steps(long chat) {
        var sample = chats.get((int) (chat % chats.size())).toldAgain(chat, chat / chats.size());
        return Script.of(sample, Ending.of(chat), closesAt(chat) - opensAt(chat)).stream()
                .map(step -> new Due(chat, sample, step))
                .toList();
    }

    private static long opensAt(long chat) {
        return Math.max(0, closesAt(chat) - SHORTEST - chat * STRIDE % LENGTHS);
    }

    private static long closesAt(long chat) {
        return (chat + 1) * TICKS_PER_CLOSE;
    }
}
