/** The gateway as its clients see it: a started gateway on a real broker and a real database, spoken to over the wire. */
@NullMarked
package dev.dictamen.gateway.acceptance;

import org.jspecify.annotations.NullMarked;
