/** Files of JSON lines as a person names them: plain or gzip by their content, and refused with what to do where they are neither. */
@NullMarked
package dev.dictamen.stack.file;

import org.jspecify.annotations.NullMarked;
