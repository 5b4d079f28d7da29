package dev.dictamen.ingest.quote;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.AskedHash;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts what a replay would do, by one reading of the evaluations and one of the chats. Blocks until it is done. */
public final class Quoting {
    /** Clocks differ: a chat may be found a little before it closed. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final History history;
    private final Topics topics;
    private final ReplicaBoard replicas;
    private final ReplayProperties properties;
    private final Clock clock;

    public Quoting(History history, Topics topics, ReplicaBoard replicas, ReplayProperties properties, Clock clock) {
        this.history = history;
        this.topics = topics;
        this.replicas = replicas;
        this.properties = properties;
        this.clock = clock;
    }

    /** What was counted, and where the chats lie that will be asked. */
    public record Quoted(Quote quote, Plan plan) {
        /** No chat, for this reason. */
        public static Quoted nothing(String explanation, Instant now) {
            return new Quoted(new Quote(0, 0, 0, 0, 0, Quote.Cost.UNKNOWN, explanation, now), Plan.EMPTY);
        }
    }

    /**
     * @param askOfRun how each replay that there is asks, by its id
     * @param running replays that run now
     * @throws InterruptedException when the caller is told to stop
     */
    public Quoted quote(ReplayOrder order, Map<String, Ask> askOfRun, int running) throws InterruptedException {
        var prompts = prompts();
        var version = prompts.version(order.ask());
        if (version == null) {
            var words = "unknown prompt version %s; there are %s: publish it first"
                    .formatted(order.ask().promptVersion(), prompts.names());
            return Quoted.nothing(words, clock.instant());
        }
        var verdicts = verdicts(hash(version, order.ask()), prompts, askOfRun);
        var filter = new SelectionFilter(order.selection());
        var candidates = candidates(order.selection(), filter);
        return new Counting(order, verdicts, candidates, filter).quoted(running);
    }

    private String hash(JudgePrompt.Version version, Ask ask) {
        return AskedHash.of(version, ask, properties.model());
    }

    private Prompts prompts() throws InterruptedException {
        var prompts = new Prompts();
        history.read(topics.judgePrompt(), record -> {
            switch (record.value()) {
                case JudgePrompt.Version version -> prompts.versions.putIfAbsent(version.version(), version);
                case JudgePrompt.Live live -> prompts.live = live.ask();
                default -> {}
            }
        });
        return prompts;
    }

    private VerdictIndex verdicts(String askedHash, Prompts prompts, Map<String, Ask> askOfRun)
            throws InterruptedException {
        var verdicts = new VerdictIndex(askedHash, run -> {
            var ask = run.equals(Evaluation.LIVE_RUN) ? prompts.live : askOfRun.get(run);
            var version = ask == null ? null : prompts.version(ask);
            return version == null || ask == null ? null : hash(version, ask);
        });
        history.read(topics.evaluation(), record -> {
            if (record.value() instanceof Evaluation evaluation) {
                verdicts.take(evaluation);
            }
        });
        return verdicts;
    }

    private Candidates candidates(Selection selection, SelectionFilter filter) throws InterruptedException {
        var candidates = new Candidates();
        var sample = selection.sample();
        long seed = sample == null ? 0 : sample.seed();
        var from = selection.from();
        var since = from == null ? null : from.minus(SLACK);
        history.read(List.of(topics.closed(), topics.backlog()), since, record -> {
            if (record.value() instanceof ClosedChat chat && filter.takes(record, chat)) {
                candidates.add(record, chat, seed);
            }
        });
        return candidates;
    }

    /** Versions of the prompt and how live chats are asked, as their topic has them now. */
    private static final class Prompts {
        private final Map<String, JudgePrompt.Version> versions = new HashMap<>();
        private @Nullable Ask live;

        JudgePrompt.@Nullable Version version(Ask ask) {
            return versions.get(ask.promptVersion());
        }

        String names() {
            return versions.isEmpty() ? "none yet" : String.join(", ", new TreeSet<>(versions.keySet()));
        }
    }

    /** The steps from what was read to what is quoted. */
    private final class Counting {
        private final ReplayOrder order;
        private final VerdictIndex verdicts;
        private final Candidates candidates;
        private final SelectionFilter filter;

        Counting(ReplayOrder order, VerdictIndex verdicts, Candidates candidates, SelectionFilter filter) {
            this.order = order;
            this.verdicts = verdicts;
            this.candidates = candidates;
            this.filter = filter;
        }

        Quoted quoted(int running) {
            var matched = candidates.where(this::isWanted);
            var current = order.selection().everyClosing() ? matched : candidates.last(matched);
            var sample = order.selection().sample();
            var drawn = sample == null ? current : candidates.sample(current, sample.size());
            var chosen = IntStream.of(drawn).filter(number -> !isJudged(number)).toArray();
            var estimate = new Estimate(properties, replicas.capacity());
            var quote = new Quote(
                    matched.length,
                    (long) matched.length - current.length,
                    (long) drawn.length - chosen.length,
                    filter.notFound(),
                    chosen.length,
                    estimate.of(chosen.length, tokens(chosen), order.pace().ratePerSecond(), running),
                    explanation(matched.length, drawn.length, chosen.length),
                    clock.instant());
            return new Quoted(quote, new Plan(candidates.places(), candidates.plan(chosen)));
        }

        /** What replaces the live verdict has nothing to do where that was asked for in the same way, else where any was. */
        private boolean isJudged(int number) {
            long closing = candidates.closing(number);
            return order.mode() == ReplayOrder.Mode.REPLACE ? verdicts.isAskedLive(closing) : verdicts.isAsked(closing);
        }

        private boolean isWanted(long closing) {
            var wanted = order.selection().filter();
            return (wanted.scores().isEmpty() || wanted.scores().contains(verdicts.liveScore(closing)))
                    && (!wanted.failed() || verdicts.hasFailedLive(closing));
        }

        private Estimate.Tokens tokens(int[] chosen) {
            long characters = 0;
            long knownCharacters = 0;
            long known = 0;
            for (int number : chosen) {
                characters += candidates.characters(number);
            }
            for (int number : candidates.where(closing -> verdicts.tokensIn(closing) > 0)) {
                known += verdicts.tokensIn(candidates.closing(number));
                knownCharacters += candidates.characters(number);
            }
            var out = verdicts.meanTokensOut(order.ask().promptVersion());
            return new Estimate.Tokens(
                    knownCharacters == 0 ? null : Math.round((double) characters * known / knownCharacters),
                    out == null ? null : Math.round(chosen.length * out));
        }

        private @Nullable String explanation(int matched, int drawn, int chosen) {
            var gone = goneBefore();
            if (matched == 0) {
                return join("no closed chat in the topics matches: look at the range and the filters", gone);
            }
            if (chosen == 0) {
                return join(
                        "all %d have a verdict of the same closing, prompt, model and parameters already"
                                .formatted(drawn),
                        gone);
            }
            return filter.notFound() > 0
                    ? join(filter.notFound() + " of the named chats are not in the topics: import them first", gone)
                    : gone;
        }

        private @Nullable String goneBefore() {
            var from = order.selection().from();
            var gone = history.goneBefore(List.of(topics.closed(), topics.backlog()));
            return gone == null || (from != null && !from.isBefore(gone))
                    ? null
                    : "what was found before %s is gone from the topics by their retention".formatted(gone);
        }

        private static String join(String words, @Nullable String more) {
            return more == null ? words : words + "; " + more;
        }
    }
}
