/** The folder that a local stack keeps: its secrets, the addresses of its run, its lock, and the settings that name hosts and paths. */
@NullMarked
package dev.dictamen.stack.home;

import org.jspecify.annotations.NullMarked;
