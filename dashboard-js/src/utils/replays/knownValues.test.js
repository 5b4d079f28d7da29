import { expect, test } from 'vitest'
import { sample } from '../../testing/samples.js'
import { FILTERS } from './draft.js'
import { historyTopics, knownValues } from './knownValues.js'

const item = sample('item.json')

test('every filter has its suggestions, each once', () => {
  const known = knownValues([item, item])
  expect(Object.keys(known)).toEqual(FILTERS)
  expect(known.teams).toEqual([{ value: item.team, label: item.team }])
  expect(known.agents).toEqual([{ value: item.agentId, label: item.agentName }])
})

test('what nobody has is not suggested, an agent without id goes by name', () => {
  const known = knownValues([{ ...item, team: null, agentId: null }])
  expect(known.teams).toEqual([])
  expect(known.agents).toEqual([{ value: item.agentName, label: item.agentName }])
})

test('history is what is judged and stored', () => {
  const lags = [
    { topic: 'found', group: 'gate' },
    { topic: 'closed', group: 'live' },
    { topic: 'backlog', group: 'bulk' },
    { topic: 'closed', group: 'sink' },
    { topic: 'backlog', group: 'sink' },
  ]
  expect(historyTopics(lags)).toEqual(['closed', 'backlog'])
})
