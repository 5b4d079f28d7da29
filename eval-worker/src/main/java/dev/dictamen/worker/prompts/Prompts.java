package dev.dictamen.worker.prompts;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.judge.ConditionalOnModel;
import dev.dictamen.worker.judge.JudgeProperties;
import dev.dictamen.worker.judge.Prompt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All versions of the prompt, and how live chats are asked: as their topic says, as far as it was read. Safe for all threads. */
@Component
@ConditionalOnModel
public class Prompts {
    private static final Logger log = LoggerFactory.getLogger(Prompts.class);
    /** A record may name a version that was published a moment before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, JudgePrompt.Version> versions = new HashMap<>();
    private final Map<Ask, Asking> askings = new HashMap<>();
    private final String usualModel;
    private @Nullable Ask live;

    /** Knows nothing yet. */
    public Prompts(JudgeProperties judge) {
        this.usualModel = judge.model();
    }

    /**
     * Waits, for as long as it takes, until it is known how live chats are asked, and a little longer for the version that
     * {@code ask} names.
     *
     * @param ask as a record has it, null for as live chats are asked
     * @throws InterruptedException when the caller is told to stop
     */
    public void await(@Nullable Ask ask) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (live == null) {
                changed.await();
            }
            var wanted = ask == null ? live : ask;
            long left = PATIENCE.toNanos();
            while (!versions.containsKey(wanted.promptVersion()) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How to ask; empty where no topic holds the version that {@code ask}, or the live record, names. */
    public Optional<Asking> find(@Nullable Ask ask) {
        lock.lock();
        try {
            var wanted = ask == null ? live : ask;
            var version = wanted == null ? null : versions.get(wanted.promptVersion());
            return wanted == null || version == null
                    ? Optional.empty()
                    : Optional.of(
                            askings.computeIfAbsent(wanted, same -> Asking.of(new Prompt(version), same, usualModel)));
        } finally {
            lock.unlock();
        }
    }

    /** Takes in what the topic says; a version that is known under the same name stays as it is. */
    void take(JudgePrompt said) {
        lock.lock();
        try {
            switch (said) {
                case JudgePrompt.Version version -> take(version);
                case JudgePrompt.Live now -> take(now);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(JudgePrompt.Version version) {
        var known = versions.putIfAbsent(version.version(), version);
        if (known == null) {
            log.info("event=prompt-known version={} hash={}", version.version(), version.hash());
        } else if (!known.asksAs(version)) {
            log.error(
                    "event=prompt-differs version={} publisher={} reason=\"a version never changes; publish it under another name\"",
                    version.version(),
                    version.publishedBy());
        }
    }

    private void take(JudgePrompt.Live now) {
        if (!now.ask().equals(live)) {
            live = now.ask();
            log.info("event=prompt-live version={} by={}", now.ask().promptVersion(), now.by());
        }
    }

    /** Whether there is this version, asking in the same way or not. */
    boolean knows(String version) {
        lock.lock();
        try {
            return versions.containsKey(version);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is known how live chats are asked. */
    boolean knowsLive() {
        lock.lock();
        try {
            return live != null;
        } finally {
            lock.unlock();
        }
    }
}
