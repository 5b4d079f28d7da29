/** The whole product from outside: its house rules, its pipeline with kills and restarts, and its browser. */
@NullMarked
package dev.dictamen.e2e;

import org.jspecify.annotations.NullMarked;
