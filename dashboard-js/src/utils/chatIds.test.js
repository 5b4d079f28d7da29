import { expect, test } from 'vitest'
import { fromPathSegment, toPathSegment } from './chatIds.js'

test('a plain id stays readable', () => {
  expect(toPathSegment('demo-17_b.2')).toBe('demo-17_b.2')
})

test.each(['a/b', '../etc', '.hidden', 'ñandú 👍', '~x', '?q=1#h', '<script>', ''])(
  '%j comes back unchanged',
  (id) => {
    const segment = toPathSegment(id)
    expect(segment).toMatch(/^~[A-Za-z0-9_-]*$/)
    expect(fromPathSegment(segment)).toBe(id)
  },
)

test('a broken segment stands for no chat', () => {
  expect(fromPathSegment('~%%%')).toBeNull()
  expect(fromPathSegment('~_w')).toBeNull()
})
