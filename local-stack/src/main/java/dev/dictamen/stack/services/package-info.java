/** The four services: their jars as child processes with the same keys that production sets. */
@NullMarked
package dev.dictamen.stack.services;

import org.jspecify.annotations.NullMarked;
