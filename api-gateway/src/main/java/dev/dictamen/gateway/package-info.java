/** The door of Dictamen: login, REST, live WebSocket and the dashboard's files. */
@NullMarked
package dev.dictamen.gateway;

import org.jspecify.annotations.NullMarked;
