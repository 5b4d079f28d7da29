package dev.dictamen.ingest.redact;

/** Whether the words right before a number say that it is an order's, a parcel's, an amount or the like. */
final class OrderNumberContext {
    private static final int CLOSE = 26;

    private OrderNumberContext() {}

    static boolean precedes(CharSequence text, int position) {
        NumberContext context = NumberContext.before(text, position, CLOSE);
        return context == NumberContext.REFERENCE || context == NumberContext.MONEY;
    }

    /** The same, or that it is an id. */
    static boolean precedesOrIdentifies(CharSequence text, int position) {
        return switch (NumberContext.before(text, position, CLOSE)) {
            case REFERENCE, MONEY, RUT, DNI, CEDULA, TAX -> true;
            case PHONE, NONE -> false;
        };
    }
}
