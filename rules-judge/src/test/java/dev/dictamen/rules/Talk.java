package dev.dictamen.rules;

import dev.dictamen.rules.Message.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat, written down line by line. */
final class Talk {
    private final List<Message> messages = new ArrayList<>();
    private Duration now = Duration.ZERO;

    static Talk of(String customer) {
        return new Talk().customer("PT0S", customer);
    }

    Talk customer(@Nullable String wait, String text) {
        return add(Speaker.CUSTOMER, wait, text);
    }

    Talk agent(@Nullable String wait, String text) {
        return add(Speaker.AGENT, wait, text);
    }

    Talk bot(@Nullable String wait, String text) {
        return add(Speaker.OTHER, wait, text);
    }

    /** @param wait since the message before, ISO 8601; null where nobody knows */
    private Talk add(Speaker speaker, @Nullable String wait, String text) {
        now = wait == null ? now : now.plus(Duration.parse(wait));
        messages.add(Message.of(messages.size(), speaker, text, wait == null ? null : now));
        return this;
    }

    Ruling judged() {
        return RulesJudge.judge(messages);
    }
}
