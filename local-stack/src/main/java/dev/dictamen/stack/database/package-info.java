/** The database: a MariaDB server unpacked from a jar and run as a child process. */
@NullMarked
package dev.dictamen.stack.database;

import org.jspecify.annotations.NullMarked;
