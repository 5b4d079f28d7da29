package dev.dictamen.ingest.redact;

import dev.dictamen.contract.Word;

/** What can be redacted, under its word in settings and metrics, in the order that decides between overlapping spans of one length: the earlier kind wins. */
enum Kind implements Word {
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
}
