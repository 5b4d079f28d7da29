/** Turns one closed chat into one evaluation: eligibility, prompt, the judge's answer, the rules of a verdict. */
@NullMarked
package dev.dictamen.worker.evaluate;

import org.jspecify.annotations.NullMarked;
