/** The promises of the tables, on MariaDB and on a real MySQL. */
@NullMarked
package dev.dictamen.sink.store;

import org.jspecify.annotations.NullMarked;
