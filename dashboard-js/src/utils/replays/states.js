const GLYPHS = { quoting: '…', quoted: '?', running: '▶', paused: '‖', cancelled: '×', finished: '✓' }
const ORDERS = {
  quoting: ['cancel'],
  quoted: ['cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
}

/** The sign of a replay's state; its word always stands beside it. @param {string} state */
export function replayGlyph(state) {
  return GLYPHS[state] ?? '¿'
}

/** How a state is coloured: 'calm', 'busy' (somebody or something is awaited) or 'over'. @param {string} state */
export function replayMood(state) {
  if (state === 'cancelled') return 'over'
  return state === 'running' || state === 'finished' ? 'calm' : 'busy'
}

/** The orders that make sense now, the most likely first. @param {string} state @returns {string[]} */
export function replayOrders(state) {
  return ORDERS[state] ?? []
}

/** Whether something about it changes within seconds: it is counted, runs, or what was sent still drains. */
export function isMoving({ state, underWay }) {
  return state === 'quoting' || state === 'running' || (state !== 'finished' && underWay > 0)
}

/**
 * How much is done, 0-100 in whole numbers; 100 only when nothing is left.
 *
 * @param {{done: number, total: number}} replay
 * @returns {?number} null where there is nothing to do
 */
export function percentDone({ done, total }) {
  if (!(total > 0)) return null
  return done >= total ? 100 : Math.floor((100 * done) / total)
}

/** Whether there is something to compare. */
export function hasOutcomes({ state, done }) {
  return done > 0 && state !== 'quoting' && state !== 'quoted'
}
