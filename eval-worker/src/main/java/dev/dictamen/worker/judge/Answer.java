package dev.dictamen.worker.judge;

/**
 * What the judge answered.
 *
 * @param completion the server's words
 * @param replica host:port of the replica that answered
 * @param attempts HTTP attempts that it took, at least 1
 */
public record Answer(Completion completion, String replica, int attempts) {}
