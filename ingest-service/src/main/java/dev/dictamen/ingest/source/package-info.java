/**
 * What is known of a followed database before anything is read from it: its address and its kind, how to connect, what its
 * user is granted and what is missing for following it, with the statement that mends it.
 */
@NullMarked
package dev.dictamen.ingest.source;

import org.jspecify.annotations.NullMarked;
