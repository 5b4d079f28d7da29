import { expect, test } from 'vitest'
import {
  axisEnd,
  columnTotals,
  comparable,
  deltaGlyph,
  difference,
  directionOf,
  matrixRows,
} from './comparison.js'

const MATRIX = [
  [20, 5, 1, 0, 0],
  [4, 30, 8, 1, 0],
  [1, 7, 60, 12, 1],
  [0, 1, 10, 80, 9],
  [0, 0, 0, 0, 0],
]

test('every direction has a sign of its own', () => {
  expect(['up', 'down', 'same', 'unknown'].map(deltaGlyph)).toEqual(['▲', '▼', '=', '·'])
})

test.each([
  [0.04, 1, 'same'],
  [-0.04, 1, 'same'],
  [0.06, 1, 'up'],
  [-3, 0, 'down'],
  [null, 1, 'unknown'],
])('%s with %i decimals goes %s', (value, digits, direction) => {
  expect(directionOf(value, digits)).toBe(direction)
})

test('what is not known has no difference', () => {
  expect(difference(3, 1)).toBe(2)
  expect(difference(3, null)).toBeNull()
})

test('rows are the other run, columns the replay, the diagonal stays', () => {
  const [horrible, , neutral] = matrixRows(MATRIX)
  expect([horrible.score, horrible.total]).toEqual(['horrible', 26])
  expect(horrible.cells[1]).toMatchObject({ score: 'bad', count: 5, stays: false })
  expect(neutral.cells[2]).toMatchObject({ count: 60, stays: true })
  expect(columnTotals(MATRIX)).toEqual([25, 43, 79, 93, 10])
})

test('shades follow the share of a row, and anything is told from nothing', () => {
  const shades = matrixRows(MATRIX)[0].cells.map(({ shade }) => shade)
  expect(shades).toEqual([4, 1, 1, 0, 0])
  expect(matrixRows(MATRIX)[4].cells.every(({ share, shade }) => share === 0 && shade === 0)).toBe(true)
})

test('the axis holds the highest interval', () => {
  const share = (withHigh, runHigh) => ({ with: { high: withHigh }, run: { high: runHigh } })
  expect(axisEnd([share(0.12, 0.31), share(0.05, 0.02)])).toBe(0.4)
  expect(axisEnd([share(0.3, 0.3)])).toBe(0.3)
  expect(axisEnd([share(1, 0.99)])).toBe(1)
  expect(axisEnd([share(null, null)])).toBe(0.1)
  expect(axisEnd([])).toBe(0.1)
})

test('a replay is not compared with itself, nor with what has no outcome', () => {
  const replays = [
    { id: 'r-1', done: 4 },
    { id: 'r-2', done: 0 },
    { id: 'r-3', done: 9 },
  ]
  expect(comparable(replays, 'r-1').map(({ id }) => id)).toEqual(['r-3'])
})
