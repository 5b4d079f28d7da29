package dev.dictamen.worker.evaluate;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the language models loaded while the worker starts, beside it: it takes seconds, and no verdict should wait for that. */
@Component
class LanguageModels {
    @EventListener(ApplicationStartedEvent.class)
    void load() {
        Thread.ofPlatform().daemon().name("language-models").start(() -> LanguageOdds.of("una frase cualquiera"));
    }
}
