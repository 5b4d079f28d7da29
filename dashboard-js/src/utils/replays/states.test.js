import { expect, test } from 'vitest'
import { sample } from '../../testing/samples.js'
import { hasOutcomes, isMoving, percentDone, replayGlyph, replayMood, replayOrders } from './states.js'

const STATES = ['quoting', 'quoted', 'running', 'paused', 'cancelled', 'finished']

test('each state has a sign of its own, and so has one that is not known yet', () => {
  const signs = [...STATES, 'dreaming'].map(replayGlyph)
  expect(new Set(signs).size).toBe(signs.length)
  expect(STATES).toContain(sample('replay-progress.json').state)
})

test.each([
  ['running', 'calm'],
  ['finished', 'calm'],
  ['quoted', 'busy'],
  ['paused', 'busy'],
  ['cancelled', 'over'],
])('%s is %s', (state, mood) => expect(replayMood(state)).toBe(mood))

test('what is finished or cancelled takes no orders, all else can be cancelled', () => {
  const cancellable = STATES.filter((state) => replayOrders(state).includes('cancel'))
  expect(cancellable).toEqual(['quoting', 'quoted', 'running', 'paused'])
  expect(replayOrders('running')).toContain('pause')
  expect(replayOrders('paused')).toContain('resume')
  expect(replayOrders('finished')).toEqual([])
})

test('what was sent before a pause keeps it moving', () => {
  expect(isMoving({ state: 'paused', underWay: 3 })).toBe(true)
  expect(isMoving({ state: 'paused', underWay: 0 })).toBe(false)
  expect(isMoving({ state: 'quoting', underWay: 0 })).toBe(true)
  expect(isMoving({ state: 'finished', underWay: 0 })).toBe(false)
})

test.each([
  [{ done: 1240, total: 3000 }, 41],
  [{ done: 2999, total: 3000 }, 99],
  [{ done: 3000, total: 3000 }, 100],
  [{ done: 0, total: 0 }, null],
])('%j is %s %%', (replay, percent) => expect(percentDone(replay)).toBe(percent))

test('there is nothing to compare before an outcome', () => {
  expect(hasOutcomes({ state: 'running', done: 0 })).toBe(false)
  expect(hasOutcomes({ state: 'cancelled', done: 4 })).toBe(true)
})
