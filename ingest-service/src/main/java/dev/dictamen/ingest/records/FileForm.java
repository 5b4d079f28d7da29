package dev.dictamen.ingest.records;

/** How a file is written. */
public enum FileForm {
    /** Values of JSON: a line each, in an array, or in an array that objects wrap. */
    JSON,
    /** A header line, then a record a line. */
    CSV,
    /** The text that WhatsApp exports: one chat. */
    WHATSAPP,
    /** JSON whose records are chats in our own form. */
    DICTAMEN;

    public boolean isJson() {
        return this == JSON || this == DICTAMEN;
    }
}
