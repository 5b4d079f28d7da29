import { expect, test } from 'vitest'
import { compareFromQuery, queryFromCompare } from './compareQuery.js'

test('an empty address compares with the live run, any flip', () => {
  expect(compareFromQuery({})).toEqual({ with: 'live', from: '', to: '' })
  expect(queryFromCompare(compareFromQuery({}))).toEqual({})
})

test('a choice survives the way through the address', () => {
  const chosen = { with: 'r-20261121-k3xq', from: 'bad', to: 'good' }
  expect(compareFromQuery(queryFromCompare(chosen))).toEqual(chosen)
})

test('unknown words in the address are ignored', () => {
  const query = { with: ['r-1', 'r-2'], from: 'superb', to: '../x' }
  expect(compareFromQuery(query)).toEqual({ with: 'live', from: '', to: '' })
})
