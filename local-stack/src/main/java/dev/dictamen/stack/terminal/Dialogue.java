package dev.dictamen.stack.terminal;

import java.io.IOException;

/**
 * What a command talks through.
 *
 * @param answers what was asked for: standard output
 * @param notices what is said on the way: standard error
 * @param keyboard who answers questions
 */
public record Dialogue(Terminal answers, Terminal notices, Keyboard keyboard) {
    /** The streams of this process. */
    public static Dialogue standard() {
        return new Dialogue(Terminal.standard(), Terminal.standardError(), Keyboard.standard());
    }

    /** What is typed after this question; empty where nobody is there or nothing is typed. */
    public String ask(String question) throws IOException {
        if (!keyboard.isAttended()) {
            return "";
        }
        notices.ask(question);
        return keyboard.line();
    }
}
