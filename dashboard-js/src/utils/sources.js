const GLYPHS = { starting: '…', following: '✓', reconnecting: '↻', misconfigured: '!', losing_signals: '⚠' }

const NEEDS_SOMEBODY = new Set(['misconfigured', 'losing_signals'])

/** The sign of a source's state; its word always stands beside it. @param {string} state */
export function sourceGlyph(state) {
  return GLYPHS[state] ?? '?'
}

/** Whether a source needs somebody: 'calm', 'busy' (it goes on by itself) or 'stuck'. @param {string} state */
export function sourceMood(state) {
  if (state === 'following') return 'calm'
  return NEEDS_SOMEBODY.has(state) ? 'stuck' : 'busy'
}

/**
 * How much of a scan is done, 0-100 in whole numbers; never 100 before it ended, since the total is an estimate.
 *
 * @param {{done: number, total: number, finishedAt: ?string}} scan
 * @returns {?number} null while the total is unknown
 */
export function scanPercent(scan) {
  if (scan.finishedAt) return 100
  if (!(scan.total > 0)) return null
  return Math.min(99, Math.floor((100 * scan.done) / scan.total))
}
