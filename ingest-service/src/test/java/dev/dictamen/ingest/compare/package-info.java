/** Tests of what is missing, and of how losses are told. */
@NullMarked
package dev.dictamen.ingest.compare;

import org.jspecify.annotations.NullMarked;
