import { expect, test } from 'vitest'
import { filtersFromQuery, queryFromFilters, serverParams } from './wallFilters.js'

const DEFAULTS = { outcomes: [], agent: '', team: '', text: '', order: 'newest' }

test('an empty address means the defaults, and the defaults an empty address', () => {
  expect(filtersFromQuery({})).toEqual(DEFAULTS)
  expect(queryFromFilters(DEFAULTS)).toEqual({})
})

test('filters survive the way through the address', () => {
  const filters = {
    outcomes: ['horrible', 'failed'],
    agent: 'a1',
    team: 'Ventas',
    text: 'demora',
    order: 'worst',
  }
  expect(filtersFromQuery(queryFromFilters(filters))).toEqual(filters)
})

test('unknown words in the address are ignored', () => {
  expect(filtersFromQuery({ score: 'bad,superb', order: 'random', agent: ['x', 'y'] })).toEqual({
    ...DEFAULTS,
    outcomes: ['bad'],
  })
})

test('the server gets scores or one type, never a mixture it would answer with nothing', () => {
  expect(serverParams({ ...DEFAULTS, outcomes: ['bad', 'good'], team: 'V' })).toEqual({
    score: 'bad,good',
    team: 'V',
  })
  expect(serverParams({ ...DEFAULTS, outcomes: ['failed'] })).toEqual({ type: 'failed' })
  expect(serverParams({ ...DEFAULTS, outcomes: ['bad', 'failed'] })).toEqual({})
})
