package dev.dictamen.kafka;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** Binds Boot's Kafka support to the contract. A service needs nothing but this module on its class path. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
public class KafkaContractAutoConfiguration {
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
    private static final long FIRST_RETRY_MS = 200;
    private static final long LAST_RETRY_MS = 10_000;

    @Bean
    Topics topics(Environment environment) {
        return Binder.get(environment).bind("topics", Topics.class).get();
    }

    @Bean
    Groups groups(Environment environment) {
        return Binder.get(environment).bind("groups", Groups.class).get();
    }

    @Bean
    ContractTypes contractTypes(Topics topics) {
        return new ContractTypes(topics);
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer contractProducer() {
        return KafkaContractAutoConfiguration::bindProducer;
    }

    @SuppressWarnings("unchecked")
    private static void bindProducer(DefaultKafkaProducerFactory<?, ?> factory) {
        factory.updateConfigs(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES));
        var typed = (DefaultKafkaProducerFactory<String, Object>) factory;
        typed.setKeySerializerSupplier(StringSerializer::new);
        typed.setValueSerializerSupplier(ContractTypes::serializer);
    }

    /** Logs a send that failed without its contents: chat text belongs in no log. */
    @Bean
    @ConditionalOnMissingBean(ProducerListener.class)
    ProducerListener<?, ?> silentOnContents() {
        var listener = new LoggingProducerListener<Object, Object>();
        listener.setIncludeContents(false);
        return listener;
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer contractConsumer(ContractTypes types) {
        return factory -> bindConsumer(factory, types);
    }

    @SuppressWarnings("unchecked")
    private static void bindConsumer(DefaultKafkaConsumerFactory<?, ?> factory, ContractTypes types) {
        factory.updateConfigs(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName()));
        ((DefaultKafkaConsumerFactory<String, Object>) factory).setValueDeserializerSupplier(types::deserializer);
    }

    @Bean
    NewTopics contractTopics(Topics topics, Environment environment) {
        var binder = Binder.get(environment);
        var settings = binder.bind("topic-settings", Bindable.mapOf(String.class, TopicSettings.class))
                .get();
        var names = binder.bind("topics", Bindable.mapOf(String.class, String.class))
                .get();
        short replication = binder.bind("topic-replication-factor", Short.class).get();
        return new NewTopics(names.entrySet().stream()
                .flatMap(topic -> settingsOf(topic.getKey(), settings).toCreate(topic.getValue(), replication).stream())
                .toArray(NewTopic[]::new));
    }

    private static TopicSettings settingsOf(String topic, Map<String, TopicSettings> settings) {
        var found = settings.get(topic);
        if (found == null) {
            throw new IllegalStateException("topics.yml names topics." + topic + " but has no topic-settings for it");
        }
        return found;
    }

    /** Sends a record that cannot be processed to {@code <topic>-dlt}, same partition, with the kafka_dlt-* headers. */
    @Bean
    DeadLetterPublishingRecoverer deadLetters(KafkaTemplate<?, ?> template) {
        var recoverer = new DeadLetterPublishingRecoverer(
                (KafkaOperations<?, ?>) template,
                (record, e) -> new TopicPartition(Topics.deadLetter(record.topic()), record.partition()));
        // a stack trace could make a dead letter larger than its topic takes; the message header says what was wrong
        recoverer.excludeHeader(HeaderNames.HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    /** Any exception is retried for as long as it lasts; {@link PermanentFailureException} goes to the dead letters. */
    @Bean
    DefaultErrorHandler retryThenDeadLetter(DeadLetterPublishingRecoverer deadLetters) {
        var backOff = new ExponentialBackOff(FIRST_RETRY_MS, 2);
        backOff.setMaxInterval(LAST_RETRY_MS);
        var handler = new DefaultErrorHandler(deadLetters, backOff);
        handler.addNotRetryableExceptions(PermanentFailureException.class);
        return handler;
    }
}
