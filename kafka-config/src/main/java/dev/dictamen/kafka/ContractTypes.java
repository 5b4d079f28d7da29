package dev.dictamen.kafka;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** Which record type a topic holds; a dead letter is any JSON. The topic alone decides; type headers are neither written nor trusted. */
public final class ContractTypes {
    private final Map<String, JavaType> types = new HashMap<>();

    public ContractTypes(Topics topics) {
        for (var chats : new String[] {topics.found(), topics.closed(), topics.backlog(), topics.replay()}) {
            bind(chats, ClosedChat.class);
            bind(Topics.deadLetter(chats), JsonNode.class);
        }
        bind(topics.evaluation(), Evaluation.class);
        bind(Topics.deadLetter(topics.evaluation()), JsonNode.class);
        bind(topics.replicaStatus(), ReplicaStatus.class);
        bind(topics.replicaCommand(), ReplicaCommand.class);
        bind(topics.sourceStatus(), SourceStatus.class);
        bind(topics.judgePrompt(), JudgePrompt.class);
        bind(topics.replayCommand(), ReplayOrder.class);
        bind(topics.replayProgress(), ReplayReport.class);
    }

    private void bind(String topic, Class<?> type) {
        types.put(topic, ContractJson.mapper().constructType(type));
    }

    /** A JSON deserializer by topic; a record that does not parse becomes a poison marker instead of an exception. */
    public Deserializer<Object> deserializer() {
        var json = new JacksonJsonDeserializer<>(Object.class, ContractJson.mapper())
                .ignoreTypeHeaders()
                .typeResolver((topic, data, headers) -> typeOf(topic));
        return new ErrorHandlingDeserializer<>(json);
    }

    /** A JSON serializer without type headers; raw bytes (a dead letter that never parsed) pass as they are. */
    public static Serializer<Object> serializer() {
        var json = new JacksonJsonSerializer<>(ContractJson.mapper()).noTypeInfo();
        return new DelegatingByTypeSerializer(
                Map.of(byte[].class, new ByteArraySerializer(), Object.class, json), true);
    }

    private JavaType typeOf(String topic) {
        var type = types.get(topic);
        if (type == null) {
            throw new IllegalArgumentException("no contract record is bound to topic " + topic);
        }
        return type;
    }
}
