/**
 * The sink: consumes closed chats and their evaluations and stores them in MySQL, one row per chat and one current
 * evaluation per chat and run. Delivery is at least once; newer wins, so a repeat changes nothing.
 */
@NullMarked
package dev.dictamen.sink;

import org.jspecify.annotations.NullMarked;
