package dev.dictamen.stack.demo;

import dev.dictamen.stack.demo.DemoChat.DemoMessage;
import dev.dictamen.stack.demo.Step.Move;
import dev.dictamen.stack.demo.Step.SpokenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Lays a sample chat out in ticks: its pauses keep their proportions, and it is closed with its last line. */
final class Script {
    /** Ticks after the close within which everything has happened. */
    static final int AFTERMATH = 10;

    private static final int COMES_BACK = 6;
    private static final String LEFT = "El cliente abandonó la conversación.";
    private static final String LATE = "Una última cosa: ya me llegó el correo de confirmación.";
    private static final String AGAIN = "Hola de nuevo, me quedó una duda: ¿me llega un correo de confirmación?";
    private static final String ANSWER = "Sí, le llega hoy mismo.";

    private final long length;
    private final TreeMap<Long, List<SpokenLine>> lines = new TreeMap<>();
    private int position;

    private Script(long length) {
        this.length = length;
    }

    /** @param length ticks from the opening to the first close */
    static List<Step> of(DemoChat chat, Ending ending, long length) {
        return switch (ending) {
            case PLAIN -> new Script(length).whole(chat).steps(Move.TALK);
            case LEFT -> new Script(length).unanswered(chat).steps(Move.TALK);
            case LATE_MESSAGE ->
                new Script(length)
                        .whole(chat)
                        .line(length + COMES_BACK, Author.CLIENT, LATE)
                        .steps(Move.TALK);
            case OPENED_AGAIN ->
                new Script(length)
                        .whole(chat)
                        .line(length + COMES_BACK, Author.CLIENT, AGAIN)
                        .line(length + AFTERMATH, Author.OPERATOR, ANSWER)
                        .steps(Move.OPEN_AGAIN);
        };
    }

    private Script whole(DemoChat chat) {
        chat.transcript().forEach(message -> add(message, chat.seconds()));
        return this;
    }

    private Script unanswered(DemoChat chat) {
        chat.transcript().stream()
                .takeWhile(message -> message.author() != Author.OPERATOR)
                .forEach(message -> add(message, chat.seconds()));
        return line(length, Author.EVENT, LEFT);
    }

    private void add(DemoMessage message, long seconds) {
        line(Math.round((double) message.at() * length / seconds), message.author(), message.text());
    }

    private Script line(long tick, Author author, String body) {
        lines.computeIfAbsent(tick, none -> new ArrayList<>()).add(new SpokenLine(position++, author, body));
        return this;
    }

    /** @param back what the client's coming back does to the closed conversation */
    private List<Step> steps(Move back) {
        return lines.entrySet().stream()
                .map(entry -> new Step(entry.getKey(), move(entry.getKey(), back), entry.getValue()))
                .toList();
    }

    private Move move(long tick, Move back) {
        if (tick == 0) {
            return Move.OPEN;
        }
        if (tick > length && tick < length + AFTERMATH) {
            return back;
        }
        return tick < length ? Move.TALK : Move.CLOSE;
    }
}
