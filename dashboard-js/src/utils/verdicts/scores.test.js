import { expect, test } from 'vitest'
import { SCORES, scoreGlyph, scoreValue } from './scores.js'

test('scores run from 1 to 5, worst first', () => {
  expect(SCORES.map(scoreValue)).toEqual([1, 2, 3, 4, 5])
})

test('an unknown word has no value and no glyph', () => {
  expect(scoreValue('superb')).toBe(0)
  expect(scoreGlyph('superb')).toBe('')
})

test('every score has a glyph of its own', () => {
  expect(new Set(SCORES.map(scoreGlyph)).size).toBe(SCORES.length)
})
