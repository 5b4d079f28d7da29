/** What every request passes before a handler sees it: headers, foreign pages, tokens, rights; and whose eyes it reads with then. */
@NullMarked
package dev.dictamen.gateway.security;

import org.jspecify.annotations.NullMarked;
