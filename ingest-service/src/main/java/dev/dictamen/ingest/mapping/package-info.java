/**
 * What the tables of a chat product mean: one YAML document per product, checked against the live database before it is
 * used. Depends on nothing of ours.
 */
@NullMarked
package dev.dictamen.ingest.mapping;

import org.jspecify.annotations.NullMarked;
