/** Reads what a judge answered: finds the verdict, checks it by the rules of docs/verdicts.md, and mends what can be mended. */
@NullMarked
package dev.dictamen.worker.verdict;

import org.jspecify.annotations.NullMarked;
