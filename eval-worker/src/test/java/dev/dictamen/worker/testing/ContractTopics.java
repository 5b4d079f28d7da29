package dev.dictamen.worker.testing;

import dev.dictamen.contract.Topics;

/** The topics' names as topics.yml has them, for tests that talk to a broker themselves. */
public final class ContractTopics {
    public static final Topics ALL = new Topics(
            "support.chat.found.v1",
            "support.chat.closed.v1",
            "support.chat.backlog.v1",
            "support.chat.replay.v1",
            "support.chat.evaluation.v1",
            "support.replica.status.v1",
            "support.replica.command.v1",
            "support.source.status.v1");

    private ContractTopics() {}
}
