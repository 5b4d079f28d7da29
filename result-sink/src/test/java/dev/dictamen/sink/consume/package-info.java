/** The promises of the listeners: nothing lost, poison isolated, also across kills and outages. */
@NullMarked
package dev.dictamen.sink.consume;

import org.jspecify.annotations.NullMarked;
