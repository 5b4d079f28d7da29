package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaUtils;

/** The topic alone decides what a record is. */
class ContractTypesTest {
    private static final ContractTypes TYPES = new ContractTypes(new Topics(
            "found",
            "closed",
            "backlog",
            "replay",
            "evaluation",
            "status",
            "orders",
            "src",
            "prompts",
            "replays",
            "progress"));
    private static final ReplicaCommand ORDER =
            new ReplicaCommand("gpu:1", ReplicaCommand.Action.DRAIN, "admin", Instant.parse("2026-11-20T09:00:00Z"));

    @Test
    void aTypeThatTheWireNamesIsNotTrusted() {
        var headers = new RecordHeaders();
        headers.add("__TypeId__", "java.util.HashMap".getBytes(StandardCharsets.UTF_8));
        var value = ContractJson.mapper().writeValueAsBytes(ORDER);

        assertThat(TYPES.deserializer().deserialize("orders", headers, value)).isEqualTo(ORDER);
    }

    @Test
    void whatIsWrittenNamesNoType() {
        var headers = new RecordHeaders();
        ContractTypes.serializer().serialize("orders", headers, ORDER);

        assertThat(headers.toArray()).isEmpty();
    }

    @Test
    void aTopicThatTheContractDoesNotKnowHoldsNothing() {
        var headers = new RecordHeaders();
        var value = ContractJson.mapper().writeValueAsBytes(ORDER);

        assertThat(TYPES.deserializer().deserialize("elsewhere", headers, value))
                .isNull();
        assertThat(headers.lastHeader(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER))
                .as("what an error handler is told by")
                .isNotNull();
    }
}
