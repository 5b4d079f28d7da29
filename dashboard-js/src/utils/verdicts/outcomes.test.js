import { expect, test } from 'vitest'
import { countOutcomes, outcomeOf, outcomeReasonKey, worstFirstRank } from './outcomes.js'

const scored = { type: 'scored', score: 'bad' }
const skipped = { type: 'skipped', score: null, outcomeReason: 'empty_transcript' }
const failed = { type: 'failed', score: null, outcomeReason: 'invalid_verdict' }

test('the outcome is the score word, or the type where there is no verdict', () => {
  expect([scored, skipped, failed].map(outcomeOf)).toEqual(['bad', 'skipped', 'failed'])
})

test('a failed chat that keeps a provisional score is still failed', () => {
  expect(outcomeOf({ ...failed, score: 'good' })).toBe('failed')
})

test('a reason has a locale key of its kind', () => {
  expect(outcomeReasonKey(skipped)).toBe('skippedReason.empty_transcript')
  expect(outcomeReasonKey(failed)).toBe('failedReason.invalid_verdict')
})

test('worst first puts what has no verdict last', () => {
  const ranks = [scored, { type: 'scored', score: 'great' }, failed, skipped].map(worstFirstRank)
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
})

test('counts every outcome, zero included', () => {
  expect(countOutcomes([scored, scored, skipped])).toMatchObject({ bad: 2, skipped: 1, failed: 0, great: 0 })
})
