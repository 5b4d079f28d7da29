import { expect, test } from 'vitest'
import { passwordProblem } from './passwords.js'

const GOOD = 'caballo correcto'

test.each([
  [{ current: 'x', next: 'corta', repeated: 'corta' }, 'tooShort'],
  [{ current: 'x', next: GOOD, repeated: GOOD + '!' }, 'different'],
  [{ current: GOOD, next: GOOD, repeated: GOOD }, 'same'],
  [{ current: 'x', next: GOOD, repeated: GOOD }, null],
])('%j: %s', (fields, problem) => {
  expect(passwordProblem(fields)).toBe(problem)
})

test('an emoji is one character', () => {
  expect(passwordProblem({ current: 'x', next: '👍'.repeat(11), repeated: '👍'.repeat(11) })).toBe('tooShort')
})
