/** A chat as the judge sees it: numbered messages, as many as its window holds, without names, with the times told in words. */
@NullMarked
package dev.dictamen.worker.transcript;

import org.jspecify.annotations.NullMarked;
