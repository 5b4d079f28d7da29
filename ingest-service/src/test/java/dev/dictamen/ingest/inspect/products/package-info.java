/** Ten chat products' tables as their makers publish them, filled with invented conversations. */
@NullMarked
package dev.dictamen.ingest.inspect.products;

import org.jspecify.annotations.NullMarked;
