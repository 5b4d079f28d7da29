package dev.dictamen.ingest.redact;

/** Whether the words right before a number say that it is an order's, a parcel's, an invoice's or the like. */
final class Reference {
    private static final int CLOSE = 26;

    private Reference() {}

    static boolean precedes(CharSequence text, int position) {
        Topic topic = Topic.before(text, position, CLOSE);
        return topic == Topic.REFERENCE || topic == Topic.MONEY;
    }
}
