import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import VerdictRow from './VerdictRow.vue'

const NOW = Date.parse('2026-11-21T10:03:00Z')

const scored = {
  chatId: 'demo-1',
  type: 'scored',
  score: 'bad',
  reason: 'Tardó en responder.',
  provisional: false,
  simulated: false,
  agentId: '17',
  agentName: 'Marta Ríos',
  team: 'Facturación',
  channel: 'web',
  closedAt: '2026-11-21T10:00:00Z',
}

function row(overrides = {}) {
  const item = { ...scored, ...overrides }
  return mount(VerdictRow, { props: { item, now: NOW }, global: { stubs: { RouterLink: RouterLinkStub } } })
}

test('says the score by glyph and word, the agent, the team, the reason and the time since close', () => {
  const text = row().text()
  for (const part of ['▼', 'Mala', 'Marta Ríos', 'Facturación', 'Tardó en responder.', 'Cerrado hace 3 min'])
    expect(text).toContain(part)
  expect(text).not.toMatch(/Simulado|Provisional/)
})

test('labels what a simulator or rules gave', () => {
  expect(row({ simulated: true, provisional: true }).text()).toMatch(/Provisional.*Simulado/)
})

describe('without a verdict', () => {
  test('a skipped chat says why in words', () => {
    const text = row({ type: 'skipped', score: null, reason: null, outcomeReason: 'no_agent_message' }).text()
    expect(text).toContain('Omitido')
    expect(text).toContain('Nadie del equipo respondió.')
  })

  test('a reason without words still shows its code', () => {
    expect(row({ type: 'failed', score: null, outcomeReason: 'brand_new' }).text()).toContain('brand_new')
  })
})

test('what is not known is said, not invented', () => {
  const text = row({ agentId: null, agentName: null, team: null, closedAt: null }).text()
  for (const part of ['Sin agente', 'Sin equipo', 'Cierre sin hora']) expect(text).toContain(part)
})

test('untrusted text is text, isolated from the direction of what surrounds it', () => {
  const html = row({ reason: '<img src=x onerror=alert(1)>', agentName: '\u202Ea\u0007' }).html()
  expect(html).toMatch(/<bdi[^>]*>&lt;img src=x onerror=alert\(1\)&gt;<\/bdi>/)
  expect(html).toContain('⟨U+202E⟩a␇')
})

test('links to the chat by a safe segment', () => {
  const link = row({ chatId: 'a/b?c' }).findComponent(RouterLinkStub)
  expect(link.props('to')).toEqual({ name: 'chat', params: { id: '~YS9iP2M' } })
})
