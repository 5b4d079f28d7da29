import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import AuditDetails from './AuditDetails.vue'

const evaluation = {
  evaluationId: '0123',
  judgedBy: {
    kind: 'llm',
    model: 'openai/gpt-oss-20b',
    replica: 'gpu-1:8000',
    systemFingerprint: 'vllm-0.33',
    promptVersion: '2026-11-1',
    promptHash: '9f86d0',
  },
  usage: { tokensIn: 1870, tokensCached: 1024, tokensReasoning: 96, tokensOut: 377 },
  attempts: 2,
  detail: null,
  rawAnswer: '{"score":"good"}\u202E',
}
const audit = (changes = {}) => mount(AuditDetails, { props: { evaluation: { ...evaluation, ...changes } } })

test('is folded and says what asked, what answered and at what cost', () => {
  const shown = audit()
  expect(shown.find('details').attributes('open')).toBeUndefined()
  expect(shown.find('[data-fact=promptHash] dd').text()).toBe('9f86d0')
  expect(shown.find('[data-fact=fingerprint] dd').text()).toBe('vllm-0.33')
  expect(shown.find('[data-fact=attempts] dd').text()).toBe('2')
  for (const part of ['1.870', '1.024', '96', '377'])
    expect(shown.find('[data-fact=tokens] dd').text()).toContain(part)
})

test('the answer is text, whatever it holds', () => {
  const shown = audit({ rawAnswer: '<img src=x onerror=alert(1)>' })
  expect(shown.find('pre').text()).toBe('<img src=x onerror=alert(1)>')
  expect(shown.find('pre img').exists()).toBe(false)
  expect(audit().find('pre').text()).not.toContain('\u202E')
})

test('says where no model answered', () => {
  expect(audit({ judgedBy: null, usage: null, rawAnswer: null }).text()).toContain(
    'No hay respuesta del modelo.',
  )
})
