package dev.dictamen.stack.boot;

/**
 * What was asked of {@code ./dictamen run}.
 *
 * @param port the gateway's port
 */
record RunOptions(boolean demo, int port) {}
