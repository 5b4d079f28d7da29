import { expect, test } from 'vitest'
import { scanPercent, sourceGlyph, sourceMood } from './sources.js'

test('each state has a sign of its own, and so has one that is not known yet', () => {
  const states = ['starting', 'following', 'reconnecting', 'misconfigured', 'losing_signals', 'dreaming']
  expect(new Set(states.map(sourceGlyph)).size).toBe(states.length)
})

test.each([
  ['following', 'calm'],
  ['starting', 'busy'],
  ['reconnecting', 'busy'],
  ['misconfigured', 'stuck'],
  ['losing_signals', 'stuck'],
])('%s is %s', (state, mood) => expect(sourceMood(state)).toBe(mood))

test.each([
  [{ done: 48000, total: 120000, finishedAt: null }, 40],
  [{ done: 0, total: 120000, finishedAt: null }, 0],
  [{ done: 130000, total: 120000, finishedAt: null }, 99],
  [{ done: 5, total: 0, finishedAt: null }, null],
  [{ done: 5, total: 0, finishedAt: '2026-11-20T09:21:31Z' }, 100],
])('a scan of %j is %s %% done', (scan, percent) => expect(scanPercent(scan)).toBe(percent))
