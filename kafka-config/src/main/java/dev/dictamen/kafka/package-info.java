/**
 * How every service speaks Kafka: JSON (de)serializers bound to the contract by topic, acknowledged and idempotent
 * producing, dead letters, and creation of the topics that {@code topics.yml} declares. Auto-configured by Spring Boot.
 */
@NullMarked
package dev.dictamen.kafka;

import org.jspecify.annotations.NullMarked;
