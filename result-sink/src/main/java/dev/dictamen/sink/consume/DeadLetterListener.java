package dev.dictamen.sink.consume;

import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.sink.store.DeadLetter;
import dev.dictamen.sink.store.DeadLetterRepository;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the account of what any service has set aside on a chat's way: of the gate, the worker and this sink. Replays count their own. */
@Component
class DeadLetterListener {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterListener.class);

    private final DeadLetterRepository letters;

    DeadLetterListener(DeadLetterRepository letters) {
        this.letters = letters;
    }

    @KafkaListener(
            id = "dead-letters",
            groupId = "${groups.sink-dead-letters}",
            topics = {"${topics.found}-dlt", "${topics.closed}-dlt", "${topics.backlog}-dlt", "${topics.evaluation}-dlt"
            },
            batch = "true")
    void onDeadLetters(List<ConsumerRecord<String, Object>> batch) {
        var read = batch.stream().map(DeadLetterReader::read).toList();
        try {
            letters.addAll(read);
        } catch (PermanentFailureException refusal) {
            read.forEach(this::addAlone);
        }
    }

    /** There is nowhere to set this aside once more. */
    private void addAlone(DeadLetter letter) {
        try {
            letters.addAll(List.of(letter));
        } catch (PermanentFailureException refusal) {
            log.error("event=dead-letter-unstorable place={} reason=\"{}\"", letter.place(), refusal.getMessage());
        }
    }
}
