import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import VerdictCard from './VerdictCard.vue'

const messages = [
  { index: 0, role: 'customer', text: 'Hola' },
  { index: 1, role: 'agent', text: 'Buenos días' },
]
const scored = {
  type: 'scored',
  score: 'great',
  reason: 'Muy rápido.',
  improvement: 'Nada grave.',
  keyMessages: [1],
  provisional: false,
  simulated: false,
  evaluatedAt: '2026-11-21T10:00:00Z',
  judgedBy: { kind: 'llm', model: 'openai/gpt-oss-20b', replica: 'gpu-1:8000', promptVersion: '2026-11-1' },
  usage: { tokensIn: 1870, tokensOut: 377 },
  attempts: 2,
}

function card(evaluation) {
  return mount(VerdictCard, { props: { evaluation, messages } })
}

test('shows score, reason, improvement and who judged', () => {
  const text = card(scored).text()
  const expected = [
    'Excelente',
    'Muy rápido.',
    'Nada grave.',
    'openai/gpt-oss-20b',
    'gpu-1:8000',
    '2026-11-1',
    '1.870',
  ]
  for (const part of [...expected, 'Generado por IA']) expect(text).toContain(part)
})

test('a key message leads to its bubble', async () => {
  const shown = card(scored)
  const link = shown.find('a[href="#m-1"]')
  expect(link.text()).toContain('Buenos días')
  await link.trigger('click')
  expect(shown.emitted('go')).toEqual([[1]])
})

test('a simulated verdict is labelled so and not as a model’s', () => {
  const text = card({ ...scored, simulated: true }).text()
  expect(text).toContain('Simulado')
  expect(text).not.toContain('Generado por IA')
})

test('a failed chat says why and may keep a provisional score', () => {
  const failed = {
    ...scored,
    type: 'failed',
    score: 'good',
    outcomeReason: 'empty_answer',
    judgedBy: null,
    usage: null,
  }
  const text = card(failed).text()
  for (const part of ['Fallido', 'sin contenido', 'Puntaje provisional', 'Buena'])
    expect(text).toContain(part)
  expect(text).not.toContain('Muy rápido.')
})

test('a chat without an outcome yet says that it waits', () => {
  expect(card(null).text()).toContain('espera su dictamen')
})
