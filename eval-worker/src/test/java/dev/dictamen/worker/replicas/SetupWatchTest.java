package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus.SetupFault;
import dev.dictamen.contract.Usage;
import dev.dictamen.worker.judge.Completion;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SetupWatchTest {
    private static final String OBJECT = "{\"score\": \"good\"}";

    private final SetupWatch watch = new SetupWatch();

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(answered(null, OBJECT, "stop"), SetupFault.ANSWER_ELSEWHERE),
                Arguments.of(answered(" ", null, "stop"), SetupFault.NO_CONTENT),
                Arguments.of(answered(null, OBJECT, "length"), SetupFault.NO_CONTENT),
                Arguments.of(answered("<think>Hm.</think>" + OBJECT, null, "stop"), SetupFault.REASONING_IN_CONTENT),
                Arguments.of(
                        answered("<|channel|>final<|message|>" + OBJECT, null, "stop"),
                        SetupFault.REASONING_IN_CONTENT),
                Arguments.of(answered("Bien.", null, "stop"), SetupFault.NO_OBJECT),
                Arguments.of(new Ending.Failed(Trouble.NO_COMPLETION, ""), SetupFault.NO_COMPLETION),
                Arguments.of(new Ending.Failed(Trouble.WRONG_KEY, ""), SetupFault.WRONG_KEY),
                Arguments.of(new Ending.Failed(Trouble.WRONG_MODEL, ""), SetupFault.WRONG_MODEL));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatEveryCallEndsWithIsAFaultOfItsSettings(Ending ending, SetupFault fault) {
        for (int call = 1; call < 5; call++) {
            assertThat(watch.note(ending)).isFalse();
        }
        assertThat(watch.fault()).isNull();

        assertThat(watch.note(ending)).isTrue();

        assertThat(watch.fault()).isEqualTo(fault);
        assertThat(watch.note(ending)).isFalse();
    }

    @Test
    void oneSoundAnswerIsEnoughToThinkWellOfIt() {
        var faulty = answered(null, null, "stop");
        for (int call = 0; call < 5; call++) {
            watch.note(faulty);
        }

        assertThat(watch.note(answered(OBJECT, null, "stop"))).isTrue();
        watch.note(faulty);

        assertThat(watch.fault()).isNull();
    }

    @Test
    void whatSaysNothingOfItsSettingsChangesNothing() {
        for (int call = 0; call < 5; call++) {
            watch.note(answered("Bien.", null, "stop"));
            watch.note(new Ending.Failed(Trouble.BROKEN, "HTTP 500"));
            watch.note(new Ending.Stopped());
        }

        assertThat(watch.fault()).isEqualTo(SetupFault.NO_OBJECT);
    }

    private static Ending answered(@Nullable String content, @Nullable String elsewhere, String finishReason) {
        return new Ending.Answered(new Completion(content, elsewhere, finishReason, null, null, Usage.NONE));
    }
}
