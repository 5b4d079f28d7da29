import { expect, test } from 'vitest'
import { countOf, numberOf } from './numbers.js'

test.each([
  ['0,2', 0.2],
  ['1.5', 1.5],
  [' 20 ', 20],
  ['', NaN],
  ['1.2.3', NaN],
  ['veinte', NaN],
])('%j is %s', (text, number) => expect(numberOf(text)).toBe(number))

test.each([
  ['1240', 1240],
  ['1.240', 1240],
  ['1,240', 1240],
  ['1 240 000', 1240000],
  ['1.24', NaN],
  ['-3', NaN],
  ['', NaN],
])('%j counts %s', (text, count) => expect(countOf(text)).toBe(count))
