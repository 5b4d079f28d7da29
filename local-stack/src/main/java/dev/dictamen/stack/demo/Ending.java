package dev.dictamen.stack.demo;

/**
 * How a conversation ends. Of every twenty in a row, two get a message after they were closed, one is opened again and closed
 * again, one is left by the client before an operator answered, and sixteen simply end.
 */
enum Ending {
    PLAIN,
    LATE_MESSAGE,
    OPENED_AGAIN,
    LEFT;

    private static final int CYCLE = 20;

    /** @param chat how many chats came before */
    static Ending of(long chat) {
        return switch ((int) (chat % CYCLE)) {
            case 3, 16 -> LATE_MESSAGE;
            case 6 -> LEFT;
            case 12 -> OPENED_AGAIN;
            default -> PLAIN;
        };
    }
}
