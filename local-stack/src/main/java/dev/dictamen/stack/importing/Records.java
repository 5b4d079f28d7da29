package dev.dictamen.stack.importing;

import java.io.IOException;
import java.util.Optional;

/** The lines of a file, each a chat in our own form, as they come. */
@FunctionalInterface
interface Records {
    /** The next one; nothing at the end. */
    Optional<Line> next() throws IOException;
}
