import { expect, test } from 'vitest'
import { agentChoices, teamChoices } from './choices.js'

const items = [
  { agentId: '2', agentName: 'Zoe', team: 'Ventas' },
  { agentId: '1', agentName: 'Álvaro', team: 'Soporte' },
  { agentId: '2', agentName: 'Zoe', team: null },
  { agentId: null, agentName: null, team: 'Ventas' },
]

test('each agent once, in the order of names, accents apart', () => {
  expect(agentChoices(items, '').map(({ name }) => name)).toEqual(['Álvaro', 'Zoe'])
})

test('what the address names stays selectable though nothing shows it yet', () => {
  expect(agentChoices([], 'a9')).toEqual([{ key: 'a9', name: 'a9' }])
  expect(teamChoices(items, 'Cobros')).toEqual(['Cobros', 'Soporte', 'Ventas'])
})
