/**
 * What travels about experiments: versions of the judge's prompt, replays as they are wished, planned and reported. Knows neither Spring nor
 * Kafka.
 */
@NullMarked
package dev.dictamen.contract.replay;

import org.jspecify.annotations.NullMarked;
