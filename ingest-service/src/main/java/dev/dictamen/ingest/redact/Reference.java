package dev.dictamen.ingest.redact;

/** Whether the words right before a number say that it is an order's, a parcel's, an amount or the like. */
final class Reference {
    private static final int CLOSE = 26;

    private Reference() {}

    static boolean precedes(CharSequence text, int position) {
        Topic topic = Topic.before(text, position, CLOSE);
        return topic == Topic.REFERENCE || topic == Topic.MONEY;
    }

    /** The same, or that it is an id. */
    static boolean precedesOrIdentifies(CharSequence text, int position) {
        return switch (Topic.before(text, position, CLOSE)) {
            case REFERENCE, MONEY, RUT, DNI, CEDULA, TAX -> true;
            case PHONE, NONE -> false;
        };
    }
}
