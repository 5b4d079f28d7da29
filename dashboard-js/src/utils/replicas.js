const GLYPHS = { ready: '✓', starting: '…', draining: '‖', stalled: '!', unreachable: '×' }

/** The sign of a replica's state; its word always stands beside it. @param {string} state */
export function replicaGlyph(state) {
  return GLYPHS[state] ?? '?'
}

/** Whether a replica needs somebody: 'calm', 'busy' (by itself or by order not in full use) or 'stuck'. @param {string} state */
export function replicaMood(state) {
  if (state === 'ready') return 'calm'
  return state === 'starting' || state === 'draining' ? 'busy' : 'stuck'
}

/** The order that makes sense now. @param {string} state @returns {'drain'|'resume'} */
export function replicaAction(state) {
  return state === 'draining' ? 'resume' : 'drain'
}
