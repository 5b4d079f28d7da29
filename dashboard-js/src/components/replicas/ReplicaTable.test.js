import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ReplicaTable from './ReplicaTable.vue'

const replica = {
  replica: 'gpu-1:8000',
  state: 'ready',
  breaker: 'closed',
  workers: 2,
  inFlight: 48,
  cap: 64,
  p50Millis: 950,
  p95Millis: 2140,
  tokensPerSecond: 1234.4,
  answered: 97,
  wasted: 3,
  serverWaiting: null,
  simulated: true,
}
const table = (changes = {}, orderable = false) =>
  mount(ReplicaTable, { props: { replicas: [{ ...replica, ...changes }], orderable } })

test('says in one row how a replica is', () => {
  const shown = table()
  expect(shown.find('.state-badge').text()).toBe('✓ Lista')
  expect(shown.find('meter').attributes('max')).toBe('64')
  const text = shown.find('.replica-row').text()
  const parts = [
    'gpu-1:8000',
    'Simulado',
    '2 evaluadores',
    '48 de 64',
    '1 s / 2,1 s',
    '1.234',
    '3 de 100',
    'Cerrado',
  ]
  for (const part of parts) expect(text).toContain(part)
})

test('a replica that never answered has no times, an unknown state its code', () => {
  const text = table({ p50Millis: null, p95Millis: null, state: 'asleep', breaker: 'half_open' }).text()
  for (const part of ['– / –', '? asleep', 'A prueba']) expect(text).toContain(part)
})

test.each([
  ['answer_elsewhere', '--structured-outputs-config.enable_in_reasoning'],
  ['wrong_key', 'JUDGE_API_KEY'],
  ['of a later version', 'of a later version'],
])('says that a replica is set up wrongly, %s, with what mends it', (setupFault, remedy) => {
  expect(table().find('.setup-fault').exists()).toBe(false)
  const text = table({ setupFault }).find('.setup-fault').text()
  for (const part of ['Mal configurada.', remedy]) expect(text).toContain(part)
})

test.each([
  ['ready', 'Sacar', 'drain'],
  ['draining', 'Reincorporar', 'resume'],
])('who may order sees what makes sense for a replica that is %s', async (state, word, action) => {
  expect(table({ state }).find('button').exists()).toBe(false)
  const shown = table({ state }, true)
  expect(shown.find('button').text()).toBe(word)
  await shown.find('button').trigger('click')
  expect(shown.emitted('order')).toEqual([[{ replica: 'gpu-1:8000', action }]])
})
