/** The description of the REST interface, as docs/openapi.json has it. */
@NullMarked
package dev.dictamen.gateway.document;

import org.jspecify.annotations.NullMarked;
