/** The judge's prompts: their versions, which one live chats are asked with, publishing one, and the way back to the one before. */
@NullMarked
package dev.dictamen.gateway.prompt;

import org.jspecify.annotations.NullMarked;
