import { expect, test } from 'vitest'
import { failureKind, refusalOf, RequestFailure, retryAfterSeconds } from './failures.js'

test.each([
  [0, 'away'],
  [503, 'away'],
  [401, 'unauthorized'],
  [403, 'notFound'],
  [404, 'notFound'],
  [429, 'rateLimited'],
  [400, 'invalid'],
  [409, 'conflict'],
  [413, 'tooLarge'],
  [500, 'unexpected'],
])('status %i is %s', (status, kind) => {
  expect(failureKind(new RequestFailure(status))).toBe(kind)
})

test('an error of ours is unexpected', () => {
  expect(failureKind(new TypeError('x'))).toBe('unexpected')
})

test('a refusal has the gateway’s own words, a breakdown has none for the user', () => {
  const detail = 'no such prompt version; there are 2026-11-3'
  expect(refusalOf(new RequestFailure(400, { detail }))).toBe(detail)
  expect(refusalOf(new RequestFailure(409))).toBe('')
  expect(refusalOf(new RequestFailure(500, { detail }))).toBe('')
})

test('reads Retry-After in seconds only', () => {
  expect(retryAfterSeconds('17')).toBe(17)
  expect(retryAfterSeconds(null)).toBeNull()
  expect(retryAfterSeconds('Sat, 21 Nov 2026 10:00:00 GMT')).toBeNull()
})
