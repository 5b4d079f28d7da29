/**
 * What the values of sampled columns tell when names tell nothing: rows that make up conversations, turns that alternate, times
 * that grow, text that people wrote. Knows neither names nor tables; makes no query.
 */
@NullMarked
package dev.dictamen.ingest.inspect.shape;

import org.jspecify.annotations.NullMarked;
