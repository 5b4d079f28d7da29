/**
 * The demo feed: sample chats, written for this project, that live in a chat database of the demo's own. A timetable says
 * which conversation takes which step when; the feed writes the steps, and ingest-service finds the closed chats there.
 */
@NullMarked
package dev.dictamen.stack.demo;

import org.jspecify.annotations.NullMarked;
