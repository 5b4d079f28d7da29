/**
 * The versions of the judge's prompt, from their topic, and how live chats are asked; what came with this software is published there
 * once and never changed.
 */
@NullMarked
package dev.dictamen.worker.prompts;

import org.jspecify.annotations.NullMarked;
