package dev.dictamen.ingest.figures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The intents that are looked for; a file of them that is not understood stops the start. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    @Bean
    IntentRules intentRules(FiguresProperties properties) {
        return IntentRules.of(properties.intents());
    }
}
