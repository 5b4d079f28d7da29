package dev.dictamen.ingest.redact;

import java.util.Locale;

/** What can be redacted, in the order that decides between overlapping spans of one length: the earlier kind wins. */
enum Kind {
    EMAIL("[email]"),
    IBAN("[iban]"),
    MX("[id]"),
    CARD("[card]"),
    CL("[id]"),
    ES("[id]"),
    AR("[id]"),
    CO("[id]"),
    PE("[id]"),
    PHONE("[phone]");

    private final String placeholder;

    Kind(String placeholder) {
        this.placeholder = placeholder;
    }

    /** What stands in the text instead; without digits, so that redacting twice changes nothing. */
    String placeholder() {
        return placeholder;
    }

    /** The name in settings and metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
