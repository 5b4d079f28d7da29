package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.InjectionHint;
import dev.dictamen.worker.transcript.Transcript;

/**
 * What a chat's text says to who has it judged.
 *
 * @param isSuspected whether a message seems to speak to the judge
 */
record ReadChat(Transcript transcript, Figures figures, boolean isSuspected) {
    static ReadChat of(ClosedChat chat) {
        return new ReadChat(Transcript.of(chat), Figures.of(chat), InjectionHint.isIn(chat));
    }
}
