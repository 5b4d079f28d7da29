/** The judge's replicas: simulators of the model server inside this process. */
@NullMarked
package dev.dictamen.stack.replicas;

import org.jspecify.annotations.NullMarked;
