/**
 * Lists of words as texts that can be extended without programming: {@code src/main/resources/words}. What a word means is
 * said by who asks for its list.
 */
@NullMarked
package dev.dictamen.ingest.words;

import org.jspecify.annotations.NullMarked;
