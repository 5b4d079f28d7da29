import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { sample } from '../../testing/samples.js'
import QuoteFacts from './QuoteFacts.vue'

const { quote } = sample('replay-progress.json')
const facts = (changes, nowMs = null) =>
  mount(QuoteFacts, { props: { quote: { ...quote, ...changes }, nowMs } })
const value = (shown, name) => shown.find(`[data-fact=${name}] dd`).text()

test('counts, costs and the end if it were started now', () => {
  const shown = facts({}, Date.parse('2026-11-21T18:00:00Z'))
  expect(['matched', 'superseded', 'alreadyJudged', 'willRun'].map((name) => value(shown, name))).toEqual([
    '812',
    '12',
    '40',
    '500',
  ])
  expect(value(shown, 'gpuSeconds')).toBe('4 min 21 s')
  expect(value(shown, 'money')).toContain('0,18')
  expect(shown.find('[data-fact=finish]').exists()).toBe(true)
  expect(shown.find('[data-fact=notFound]').exists()).toBe(false)
})

test('what was never measured says so', () => {
  const cost = {
    tokensIn: null,
    tokensOut: null,
    gpuSeconds: null,
    money: null,
    currency: null,
    seconds: null,
  }
  const shown = facts({ cost, notFound: 3 }, 0)
  expect(value(shown, 'notFound')).toBe('3')
  for (const name of ['tokensIn', 'money', 'takes', 'finish']) expect(value(shown, name)).toBe('Sin medir')
})

test.each([
  [{ matched: 0, alreadyJudged: 0, willRun: 0 }, 'ningún chat guardado cumple lo pedido'],
  [{ matched: 9, alreadyJudged: 9, willRun: 0 }, 'con el mismo prompt, modelo y parámetros'],
])('%j explains itself', (changes, words) => {
  const shown = facts(changes)
  expect(shown.find('.explanation').text()).toContain(words)
  expect(shown.find('[data-fact=tokensIn]').exists()).toBe(false)
})
