package dev.dictamen.rules;

/** What people write when they thank, complain, apologise, refuse or solve; one file each under {@code words}. */
final class Words {
    static final WordList THANKS = list("thanks");
    static final WordList DELIGHT = list("delight");
    static final WordList COMPLAINT = list("complaint");
    static final WordList NOT_SOLVED = list("not-solved");
    static final WordList CHASING = list("chasing");
    static final WordList CUSTOMER_CONFIRMS = list("customer-confirms");
    static final WordList COURTESY = list("courtesy");
    static final WordList EMPATHY = list("empathy");
    static final WordList RESOLUTION = WordList.readUndenied(Words.class, "resolution");
    static final WordList REFUSAL = list("refusal");
    static final WordList RUDENESS = list("rudeness");
    static final WordList FOLLOW_UP = list("follow-up");

    private Words() {}

    private static WordList list(String name) {
        return WordList.read(Words.class, name);
    }
}
