/**
 * What may be said of grades that two judges gave the same chats, computed by other ways than the gateway's: pair by pair and not cell by
 * cell, so that one formula written wrongly is not written wrongly twice.
 */
@NullMarked
package dev.dictamen.e2e.statistics;

import org.jspecify.annotations.NullMarked;
