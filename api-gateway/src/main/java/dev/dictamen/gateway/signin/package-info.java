/** Who may come in: passwords, access and refresh tokens, limits, the security chain and its audit trail. */
@NullMarked
package dev.dictamen.gateway.auth;

import org.jspecify.annotations.NullMarked;
