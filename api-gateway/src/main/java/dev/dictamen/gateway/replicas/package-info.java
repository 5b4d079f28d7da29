/** The model's replicas: how all workers together find each, and orders to drain or resume one. */
@NullMarked
package dev.dictamen.gateway.replicas;

import org.jspecify.annotations.NullMarked;
