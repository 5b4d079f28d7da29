/** Chats that speak to the judge, against the whole worker and a model that obeys whatever reaches it undelimited. */
@NullMarked
package dev.dictamen.worker.injection;

import org.jspecify.annotations.NullMarked;
