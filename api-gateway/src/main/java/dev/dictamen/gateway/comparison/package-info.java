/**
 * Two runs over the same chats side by side: how far their grades agree, how they differ, what they cost, and which of them stands closer to
 * what customers said. Only chats that both runs scored for good, at the same revision, within the reader's teams.
 */
@NullMarked
package dev.dictamen.gateway.comparison;

import org.jspecify.annotations.NullMarked;
