/** Hand-written stand-ins and sample chats for the worker's tests. */
@NullMarked
package dev.dictamen.worker.testing;

import org.jspecify.annotations.NullMarked;
