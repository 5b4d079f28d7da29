/**
 * How files are written: JSON in a line each or in arrays, CSV, WhatsApp's exported text. Each is cut into records, one at a time, with the
 * place where it stands; what they mean is another matter. Depends on nothing of ours.
 */
@NullMarked
package dev.dictamen.ingest.records;

import org.jspecify.annotations.NullMarked;
