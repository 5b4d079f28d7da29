import { expect, test } from 'vitest'
import { replicaAction, replicaGlyph, replicaMood } from './replicas.js'

test.each([
  ['ready', '✓', 'calm', 'drain'],
  ['starting', '…', 'busy', 'drain'],
  ['draining', '‖', 'busy', 'resume'],
  ['stalled', '!', 'stuck', 'drain'],
  ['unreachable', '×', 'stuck', 'drain'],
  ['of a later version', '?', 'stuck', 'drain'],
])('%s has the sign %s, is %s and offers to %s', (state, glyph, mood, action) => {
  expect([replicaGlyph(state), replicaMood(state), replicaAction(state)]).toEqual([glyph, mood, action])
})
