package dev.dictamen.contract;

/**
 * The names of the consumer groups, from {@code topics.yml}: who reads, and who shows how far behind it is.
 *
 * @param gate ingest-service's gate on {@code found}; also its Kafka Streams application id
 * @param live eval-worker on {@code closed}
 * @param bulk eval-worker on {@code backlog} and {@code replay}
 * @param sinkChats result-sink on {@code closed} and {@code backlog}
 * @param sinkEvaluations result-sink on {@code evaluation}
 * @param sinkDeadLetters result-sink on the dead letters of chats and their evaluations
 * @param replay ingest-service on {@code replayCommand}: who holds its partition runs the replays
 */
public record Groups(
        String gate,
        String live,
        String bulk,
        String sinkChats,
        String sinkEvaluations,
        String sinkDeadLetters,
        String replay) {}
