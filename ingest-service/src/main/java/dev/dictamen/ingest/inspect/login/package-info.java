/** How a database that is looked into is reached: its address, who logs in, and what a refusal means. */
@NullMarked
package dev.dictamen.ingest.inspect.login;

import org.jspecify.annotations.NullMarked;
