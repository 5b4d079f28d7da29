package dev.dictamen.worker.verdict;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the language models loaded while the worker starts, beside it, so that no verdict waits for that. */
@Component
class LanguageModels {
    @EventListener(ApplicationStartedEvent.class)
    void load() {
        Thread.ofPlatform().daemon().name("language-models").start(() -> LanguageOdds.of("una frase cualquiera"));
    }
}
