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

test('a failed chat says why and keeps showing the provisional verdict it had', () => {
  const failed = {
    ...scored,
    type: 'failed',
    score: 'good',
    provisional: true,
    outcomeReason: 'empty_answer',
    judgedBy: null,
    usage: null,
  }
  const text = card(failed).text()
  for (const part of ['Fallido', 'sin contenido', 'Puntaje provisional', 'Buena', 'Muy rápido.'])
    expect(text).toContain(part)
  expect(card({ ...failed, score: null, reason: null }).text()).not.toContain('Motivo')
})

test('a provisional verdict says who gave it and that the model’s will replace it', () => {
  const text = card({ ...scored, provisional: true, judgedBy: { kind: 'rules' }, usage: null }).text()
  expect(text).toContain('reglas fijas')
  expect(text).toContain('a la espera del modelo')
  expect(text).not.toContain('Generado por IA')
})

test('a verdict by rules for good is neither provisional nor a model’s', () => {
  const text = card({ ...scored, judgedBy: { kind: 'rules' } }).text()
  expect(text).toContain('Reglas fijas')
  expect(text).not.toContain('a la espera del modelo')
  expect(text).not.toContain('Generado por IA')
})

test('flags are said in words, one of a later version as it is', () => {
  const flags = [
    'salvaged',
    'repaired',
    'resampled',
    'reused',
    'truncated',
    'suspected_injection',
    'moonlight',
  ]
  const shown = card({ ...scored, flags }).findAll('.verdict-flags .word')
  expect(shown.map((flag) => flag.text())).toEqual([
    'Rescatado',
    'Corregido',
    'Pedido de nuevo',
    'Reutilizado',
    'Chat recortado',
    'Posible manipulación',
    'moonlight',
  ])
})

test('the audit is there where it was asked for', () => {
  const evaluation = { ...scored, rawAnswer: '<b>{"score"' }
  expect(card(evaluation).find('.audit-details').exists()).toBe(false)
  const shown = mount(VerdictCard, { props: { evaluation, messages, audit: true } })
  expect(shown.find('.audit-details pre').text()).toBe('<b>{"score"')
})

test('a chat without an outcome yet says that it waits', () => {
  expect(card(null).text()).toContain('espera su dictamen')
})
