/** What a model would answer to a request: the verdict as JSON that fits the schema, spoilt where a fault or an order in the chat says so. */
@NullMarked
package dev.dictamen.simulator.answer;

import org.jspecify.annotations.NullMarked;
