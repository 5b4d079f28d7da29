package dev.dictamen.ingest.inspect;

import dev.dictamen.contract.Word;
import dev.dictamen.ingest.words.WordList;
import java.util.List;

/** What the words of a name or a value tell of it: the lists in {@code words/columns.txt}. */
enum Hint implements Word {
    /** Tables of chats, and columns that point to one. */
    CHAT,
    /** Tables of messages. */
    MESSAGE,
    /** Columns of a message's text. */
    TEXT,
    /** Tables of old rows. */
    ARCHIVE,
    /** Columns of a chat's status. */
    STATUS,
    /** Columns and values that mean closed. */
    CLOSED,
    /** Values that mean open. */
    OPEN,
    /** Columns of the time when a row came to be. */
    OPENING,
    /** Columns of the time of the last change. */
    CHANGED,
    /** Words that only say "time". */
    TIME,
    /** Tables and columns of people who answer. */
    PERSON,
    /** Tables and columns of teams. */
    TEAM,
    /** Columns of customers. */
    CUSTOMER,
    /** Columns of a given or a whole name. */
    GIVEN_NAME,
    /** Columns of a surname. */
    SURNAME,
    /** Columns of a language. */
    LANGUAGE,
    /** Columns of a channel. */
    CHANNEL,
    /** Columns of chats that are left out. */
    UNWANTED,
    /** Columns and keys of internal notes. */
    INTERNAL,
    /** Columns that tell who wrote. */
    ROLE,
    /** Columns that may hold the name of who wrote. */
    WHO,
    /** Flags of what comes from the customer, words written together. */
    INCOMING,
    /** Flags of what goes to the customer, words written together. */
    OUTGOING,
    /** Values that mean the customer. */
    SAYS_CUSTOMER,
    /** Values that mean an agent. */
    SAYS_AGENT,
    /** Values that mean a machine. */
    SAYS_BOT,
    /** Values that mean the system. */
    SAYS_SYSTEM,
    /** Values that mean an internal note. */
    SAYS_NOTE,
    /** Messengers that a channel is named after. */
    MESSENGER,
    /** A message author's name. */
    NAME,
    /** A person's or a team's name where no other is found. */
    LABEL,
    /** Words that deny what stands beside them. */
    DENIAL,
    /** A user: an agent beside customers, else a customer. */
    USER;

    private final String words =
            " " + String.join(" ", WordList.of("columns", word()).words()) + " ";

    /** Whether one of the name's words is one of these. */
    boolean isIn(String name) {
        return countIn(name) > 0;
    }

    /** How many of the name's words are of these. */
    long countIn(String name) {
        return Words.of(name).stream().filter(this::has).count();
    }

    /** Whether one of a value's words is one of these. */
    boolean says(String value) {
        return Words.ofValue(value).stream().anyMatch(this::has);
    }

    /** Whether the name is nothing but such words, ids and letters of a type apart. */
    boolean isAllOf(String name) {
        var rest = Words.of(name).stream()
                .filter(word -> !List.of("id", "is", "the").contains(word) && (has(word) || !Words.isLetters(word)))
                .toList();
        return !rest.isEmpty() && rest.stream().allMatch(this::has);
    }

    /** Whether the name's words, written together, are one of these. */
    boolean isWritten(String name) {
        return has(String.join("", Words.of(name)));
    }

    /** Whether the word is one of these. */
    boolean has(String word) {
        return words.contains(" " + word + " ");
    }
}
