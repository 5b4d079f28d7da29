/** Databases for tests: MariaDB from a jar, and a real MySQL where the machine has one. Used by tests only. */
@NullMarked
package dev.dictamen.testing.database;

import org.jspecify.annotations.NullMarked;
