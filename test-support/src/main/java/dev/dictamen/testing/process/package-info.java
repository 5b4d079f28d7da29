/** A service's jar as a process of its own, as systemd would run it, and ports that are free. */
@NullMarked
package dev.dictamen.testing.process;

import org.jspecify.annotations.NullMarked;
