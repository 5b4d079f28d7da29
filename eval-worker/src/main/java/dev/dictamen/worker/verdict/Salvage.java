package dev.dictamen.worker.verdict;

import dev.dictamen.contract.Word;

/** What can be mended in a verdict without asking again; each is counted. */
public enum Salvage implements Word {
    /** The score in another case, with blanks or in quotes. */
    SCORE_SPELLING,
    /** The object not in the content, but in the reasoning or in the arguments of a tool. */
    OBJECT_ELSEWHERE,
    /** The object escaped as a text within a text. */
    OBJECT_ESCAPED,
    /** A text with escapes that were escaped twice, or references of HTML. */
    TEXT_ESCAPES,
    /** A text whose letters were read in another encoding. */
    TEXT_MOJIBAKE,
    /** A text with characters that nobody sees. */
    TEXT_INVISIBLE,
    /** A text that begins or ends with a model's control tokens. */
    TEXT_CONTROL_TOKENS,
    /** A text that said its last sentences again and again. */
    TEXT_REPEATED,
    /** A reason of more than 500 characters. */
    REASON_CUT,
    /** An improvement of more than 800 characters. */
    IMPROVEMENT_CUT,
    /** A key message below 0. */
    INDEX_NEGATIVE,
    /** A key message after the last message of the chat. */
    INDEX_OUT_OF_RANGE,
    /** A key message that the agent did not write. */
    INDEX_OF_ANOTHER_ROLE,
    /** A key message given before. */
    INDEX_DUPLICATE,
    /** A key message with a fraction. */
    INDEX_FRACTIONAL,
    /** A key message that is not a number at all. */
    INDEX_NO_NUMBER
}
