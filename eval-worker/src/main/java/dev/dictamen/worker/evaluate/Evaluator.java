package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.kafka.LongTexts;
import dev.dictamen.kafka.LongTexts.Urgency;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.transcript.Transcript;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One closed chat in, one evaluation out: skipped or judged. */
@Component
public class Evaluator {
    private final Judging judging;
    private final RulesJudging rules;
    private final LongTexts texts;
    private final Clock clock;

    Evaluator(Judging judging, RulesJudging rules, LongTexts texts, Clock clock) {
        this.judging = judging;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The outcome of a chat in a run.
     *
     * @throws InterruptedException when the caller is told to stop; there is no outcome then
     */
    public Evaluation evaluate(ClosedChat chat, Run run, Lane lane) throws InterruptedException {
        judging.awaitReady(run);
        var work = Work.on(chat, run, clock);
        return texts.on(chat.characters(), lane == Lane.LIVE ? Urgency.LIVE : Urgency.BULK, () -> read(work, lane))
                .outcome();
    }

    private Judging.Rest read(Work work, Lane lane) {
        Optional<SkipReason> skip = Eligibility.reasonToSkip(work.chat());
        return skip.isPresent() ? () -> work.skipped(skip.get()) : judging.read(work, lane);
    }

    /**
     * A verdict by rules until the model's arrives under the same id; none for a chat that is skipped anyway.
     *
     * @throws InterruptedException when the caller is told to stop
     */
    public Optional<Evaluation> provisional(ClosedChat chat) throws InterruptedException {
        return texts.on(chat.characters(), Urgency.LIVE, () -> {
            boolean isSkipped = Eligibility.reasonToSkip(chat).isPresent()
                    || !Transcript.of(chat).hasBothSides();
            return isSkipped ? Optional.empty() : Optional.of(rules.judgeProvisionally(Work.on(chat, Run.LIVE, clock)));
        });
    }

    /** The outcome of a chat that no evaluation could be made for by an error of ours. */
    public Evaluation failed(ClosedChat chat, Run run, String detail) {
        return Work.on(chat, run, clock).failed(FailureReason.INTERNAL_ERROR, detail, Provenance.NOBODY);
    }
}
