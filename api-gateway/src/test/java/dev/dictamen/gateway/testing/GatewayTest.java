package dev.dictamen.gateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.ContextConfiguration;

/** The whole gateway on a real broker and a real database; its dashboard's origin is {@link Browser#ORIGIN}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EmbeddedKafka(partitions = 1)
@ContextConfiguration(initializers = GatewaySchema.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "KAFKA_BOOTSTRAP_SERVERS=${spring.embedded.kafka.brokers}",
            "KAFKA_REPLICATION_FACTOR=1",
            "MANAGEMENT_ADDRESS=127.0.0.1",
            "GATEWAY_MANAGEMENT_PORT=0",
            "GATEWAY_BIND_ADDRESS=127.0.0.1",
            "GATEWAY_PORT=0",
            "GATEWAY_ALLOWED_ORIGINS=" + Browser.ORIGIN,
            "GATEWAY_KEY_ENCRYPTION_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "GATEWAY_OPERATOR_TOKEN=" + Browser.OPERATOR_TOKEN,
            "GATEWAY_BOOTSTRAP_USERNAME=" + Browser.ADMIN,
            "GATEWAY_BOOTSTRAP_PASSWORD=" + Browser.PASSWORD
        })
public @interface GatewayTest {}
