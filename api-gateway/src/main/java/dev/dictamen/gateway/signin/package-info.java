/** Who somebody is: users and their passwords, sign-in and its end, the limits against guessing, and the tokens that come of it. */
@NullMarked
package dev.dictamen.gateway.signin;

import org.jspecify.annotations.NullMarked;
