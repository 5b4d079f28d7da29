/**
 * The model servers, whatever they speak: {@code ReplicaPool} gives permits to call them and takes each back with how its call\n * ended; from that a {@code Replica} knows whether, and how much more, it may be sent. People see them by {@code ReplicaReporter} and\n * order them by {@code ReplicaCommandReader}.
 */
@NullMarked
package dev.dictamen.worker.replicas;

import org.jspecify.annotations.NullMarked;
