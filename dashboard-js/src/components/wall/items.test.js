import { mount, RouterLinkStub } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { sample, watched } from '../../testing/samples.js'
import { agentChoices, teamChoices } from '../../utils/verdicts/choices.js'
import { countOutcomes } from '../../utils/verdicts/outcomes.js'
import { matchesFilters, mergeVerdicts, sortVerdicts } from '../../utils/verdicts/verdicts.js'
import VerdictRow from './VerdictRow.vue'

const NONE = { outcomes: [], agent: '', team: '', text: '' }
const FILTERS = [{ outcomes: ['bad'] }, { agent: '17' }, { team: 'Ventas' }, { text: 'x' }]

function showOnTheWall(item) {
  mergeVerdicts(mergeVerdicts(new Map(), [{ ...item }], 1), [item], 1)
  sortVerdicts([item, item], 'worst')
  countOutcomes([item])
  agentChoices([item], '')
  teamChoices([item], '')
  for (const filter of FILTERS) matchesFilters(item, { ...NONE, ...filter })
  mount(VerdictRow, { props: { item, now: 0 }, global: { stubs: { RouterLink: RouterLinkStub } } })
}

test('the wall reads nothing that an item of the gateway does not have', ({ skip }) => {
  const item = sample('item.json')
  skip(item === null, 'the samples have no item.json yet')
  const read = new Set()
  for (const type of ['scored', 'skipped', 'failed']) showOnTheWall(watched({ ...item, type }, read))
  expect([...read].filter((field) => !(field in item))).toEqual([])
})
