package dev.dictamen.gateway.prompt;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.JudgePrompt.Live;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.gateway.pipeline.CompactedTopic;
import dev.dictamen.gateway.pipeline.EventPublisher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The judge's prompts as their topic has them. What is changed is there once a call returns. Blocks. */
@Component
public class Prompts {
    private static final Comparator<Version> NEWEST_FIRST = Comparator.comparing(Version::publishedAt)
            .thenComparing(Version::version)
            .reversed();

    private final CompactedTopic<JudgePrompt> prompts;
    private final EventPublisher publisher;
    private final String topic;

    Prompts(CompactedTopic<JudgePrompt> prompts, EventPublisher publisher, Topics topics) {
        this.prompts = prompts;
        this.publisher = publisher;
        this.topic = topics.judgePrompt();
    }

    /** How live chats are asked; empty before the first worker started. */
    public Optional<Live> live() {
        return prompts.find(JudgePrompt.LIVE).map(Live.class::cast);
    }

    /** Newest first. */
    public List<Version> versions() {
        return prompts.all().stream()
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The version of this name. */
    public Optional<Version> version(String name) {
        return versions().stream()
                .filter(version -> version.version().equals(name))
                .findFirst();
    }

    /** Live chats are asked so from now on. */
    public void goLive(Live live) {
        publish(live);
    }

    void add(Version version) {
        publish(version);
    }

    private void publish(JudgePrompt prompt) {
        prompts.take(prompt.key(), publisher.publish(topic, prompt), prompt);
    }
}
