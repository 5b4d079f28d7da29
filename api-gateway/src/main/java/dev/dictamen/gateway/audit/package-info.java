/** Who did what: the log that is only ever added to. */
@NullMarked
package dev.dictamen.gateway.audit;

import org.jspecify.annotations.NullMarked;
