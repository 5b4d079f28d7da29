package dev.dictamen.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.worker.judge.ConditionalOnModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ConditionalOnSwitchTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Late.class);

    /** As the provisional verdicts have it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnModel
    @ConditionalOnSwitch("evaluation.rules-fallback")
    static class Late {}

    @ParameterizedTest
    @CsvSource({
        "on, on, true",
        "true, yes, true",
        "on, off, false",
        "off, on, false",
        "false, true, false",
        "no, off, false"
    })
    void bothSwitchesMustBeOnInAnySpelling(String model, String fallback, boolean exists) {
        context.withPropertyValues("evaluation.llm-enabled=" + model, "evaluation.rules-fallback=" + fallback)
                .run(started -> assertThat(started.getBeanNamesForType(Late.class).length > 0)
                        .isEqualTo(exists));
    }

    @Test
    void whatIsNotSetIsOn() {
        context.run(started -> assertThat(started).hasSingleBean(Late.class));
    }

    @Test
    void whatIsNeitherOnNorOffStopsTheStart() {
        context.withPropertyValues("evaluation.llm-enabled=perhaps")
                .run(started -> assertThat(started).hasFailed());
    }
}
