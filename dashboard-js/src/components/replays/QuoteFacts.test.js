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

test('where nothing would run it says so and why, and no cost', () => {
  const explanation = 'no closed chat in the topics matches: look at the range and the filters'
  const shown = facts({ matched: 0, willRun: 0, explanation })
  expect(shown.find('.explanation').text()).toMatch(
    /^No hay nada que evaluar\.\s*Ningún chat cerrado de los tópicos cumple/,
  )
  expect(shown.find('[data-fact=tokensIn]').exists()).toBe(false)
})

test('where less would run than was named it says why', () => {
  const shown = facts({ explanation: '3 of the named chats are not in the topics: import them first' })
  expect(shown.find('.explanation').text()).toBe(
    '3 de los chats nombrados no están en los tópicos: impórtalos primero.',
  )
  expect(shown.find('[data-fact=tokensIn]').exists()).toBe(true)
})
