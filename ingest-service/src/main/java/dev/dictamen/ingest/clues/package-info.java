/**
 * A text as detectors of personal data read it, and where in it they have to look. Everything they find has a clue in it, a
 * digit or an at sign, and does not reach far from it: a text without one is not searched, any other only in the stretches
 * around them.
 */
@NullMarked
package dev.dictamen.ingest.clues;

import org.jspecify.annotations.NullMarked;
