package dev.dictamen.stack.gateway;

import java.time.Duration;

/**
 * How long something is watched.
 *
 * @param every the pause between two looks
 * @param most after which the command ends though it has not come
 */
public record Patience(Duration every, Duration most) {}
