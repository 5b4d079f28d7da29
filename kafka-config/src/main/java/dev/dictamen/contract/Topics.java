package dev.dictamen.contract;

/**
 * The names of the topics, from {@code topics.yml}.
 *
 * @param found what any source saw, before the gate
 * @param closed chats as they close: the live lane
 * @param backlog chats that closed long before they were seen: the bulk lane
 * @param replay chats to be judged again under a run of their own: the bulk lane
 * @param evaluation what became of each chat
 * @param replicaStatus workers' reports on their replicas
 * @param replicaCommand orders to drain or resume a replica; each worker reads them all
 * @param sourceStatus ingest-service's reports on the chat database that it follows
 * @param judgePrompt versions of the judge's prompt, and which is the live one; all workers read them all
 * @param replayCommand replays as they were wished; ingest-service runs them
 * @param replayProgress how far replays are, and their plans
 */
public record Topics(
        String found,
        String closed,
        String backlog,
        String replay,
        String evaluation,
        String replicaStatus,
        String replicaCommand,
        String sourceStatus,
        String judgePrompt,
        String replayCommand,
        String replayProgress) {
    /** Where a record goes that can never be processed. */
    public static String deadLetter(String topic) {
        return topic + "-dlt";
    }
}
