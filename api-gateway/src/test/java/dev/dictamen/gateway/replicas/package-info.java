/** Replicas as all workers together find them. */
@NullMarked
package dev.dictamen.gateway.replicas;

import org.jspecify.annotations.NullMarked;
