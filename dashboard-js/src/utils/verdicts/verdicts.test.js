import { describe, expect, test } from 'vitest'
import { isNewer, matchesFilters, mergeVerdicts, sortVerdicts } from './verdicts.js'

const NONE = { outcomes: [], agent: '', team: '', text: '' }

function verdict(chatId, overrides = {}) {
  const evaluatedAt = '2026-11-21T10:00:00Z'
  return {
    evaluationId: `e-${chatId}`,
    chatId,
    revision: 1,
    type: 'scored',
    score: 'good',
    evaluatedAt,
    ...overrides,
  }
}

describe('newer wins', () => {
  test('a higher revision wins though it was evaluated earlier', () => {
    const old = verdict('a', { revision: 1, evaluatedAt: '2026-11-21T12:00:00Z' })
    expect(isNewer(verdict('a', { revision: 2 }), old)).toBe(true)
    expect(isNewer(old, verdict('a', { revision: 2 }))).toBe(false)
  })

  test('a final verdict replaces the provisional one of the same evaluation', () => {
    const provisional = verdict('a', { provisional: true })
    const final = verdict('a', { provisional: false, evaluatedAt: '2026-11-21T10:00:05Z' })
    const merged = mergeVerdicts(new Map([['a', provisional]]), [final, provisional], 10)
    expect([...merged.values()]).toEqual([final])
  })
})

describe('a provisional verdict', () => {
  const later = { evaluatedAt: '2026-11-21T10:05:00Z' }
  const provisional = (overrides) =>
    verdict('a', { provisional: true, score: 'bad', reason: 'Reglas', ...overrides })
  const failed = (overrides) =>
    verdict('a', {
      type: 'failed',
      score: null,
      reason: null,
      outcomeReason: 'invalid_verdict',
      ...overrides,
    })
  const after = (...batches) =>
    batches.reduce((known, batch) => mergeVerdicts(known, batch, 10), new Map()).get('a')

  test('never replaces a final outcome of its revision, however late', () => {
    expect(after([verdict('a')], [provisional(later)]).provisional).toBeUndefined()
    expect(after([failed()], [provisional(later)]).type).toBe('failed')
    expect(after([failed()], [provisional({ revision: 2 })]).type).toBe('scored')
  })

  test('is replaced even by a final verdict that was evaluated earlier', () => {
    expect(after([provisional(later)], [verdict('a')]).score).toBe('good')
  })

  test('stays to be seen when its chat fails, together or one after the other', () => {
    for (const shown of [after([provisional()], [failed(later)]), after([provisional(), failed(later)])])
      expect(shown).toMatchObject({ type: 'failed', provisional: true, score: 'bad', reason: 'Reglas' })
    expect(after([provisional()], [failed({ ...later, revision: 2 })])).toMatchObject({ reason: null })
  })

  test('shown with a failure gives way to a verdict', () => {
    const final = verdict('a', { evaluatedAt: '2026-11-21T10:09:00Z' })
    expect(after([provisional()], [failed(later)], [final])).toBe(final)
  })
})

describe('merging', () => {
  test('the same verdict twice is one row and the same map', () => {
    const once = mergeVerdicts(new Map(), [verdict('a'), verdict('a')], 10)
    expect(once.size).toBe(1)
    expect(mergeVerdicts(once, [verdict('a')], 10)).toBe(once)
  })

  test('beyond the limit the longest evaluated leave', () => {
    const many = [1, 2, 3].map((n) => verdict(`c${n}`, { evaluatedAt: `2026-11-21T10:00:0${n}Z` }))
    expect([...mergeVerdicts(new Map(), many, 2).keys()].sort()).toEqual(['c2', 'c3'])
  })
})

test('sorts newest first, or worst first with the newer before', () => {
  const items = [
    verdict('old-bad', { score: 'bad', evaluatedAt: '2026-11-21T09:00:00Z' }),
    verdict('great', { score: 'great', evaluatedAt: '2026-11-21T11:00:00Z' }),
    verdict('new-bad', { score: 'bad', evaluatedAt: '2026-11-21T10:00:00Z' }),
    verdict('skipped', { type: 'skipped', score: null, evaluatedAt: '2026-11-21T12:00:00Z' }),
  ]
  const ids = (order) => sortVerdicts(items, order).map((item) => item.chatId)
  expect(ids('newest')).toEqual(['skipped', 'great', 'new-bad', 'old-bad'])
  expect(ids('worst')).toEqual(['new-bad', 'old-bad', 'great', 'skipped'])
})

describe('filters', () => {
  const item = verdict('chat-9', {
    agentId: 'a7',
    agentName: 'Inés Peña',
    team: 'Ventas',
    reason: 'Resolvió rápido',
  })

  test('empty filters let everything pass', () => {
    expect(matchesFilters(item, NONE)).toBe(true)
  })

  test('text ignores case and accents and looks at reason, agent and chat id', () => {
    for (const text of ['PENA', 'resolvio', 'chat-9'])
      expect(matchesFilters(item, { ...NONE, text })).toBe(true)
    expect(matchesFilters(item, { ...NONE, text: 'tardó' })).toBe(false)
  })

  test('outcome, agent and team each exclude', () => {
    expect(matchesFilters(item, { ...NONE, outcomes: ['bad', 'failed'] })).toBe(false)
    expect(matchesFilters(item, { ...NONE, agent: 'a8' })).toBe(false)
    expect(matchesFilters(item, { ...NONE, team: 'Soporte' })).toBe(false)
    expect(matchesFilters(item, { outcomes: ['good'], agent: 'a7', team: 'Ventas', text: '' })).toBe(true)
  })

  test('an agent without id is known by name', () => {
    expect(matchesFilters(verdict('x', { agentName: 'Luz' }), { ...NONE, agent: 'Luz' })).toBe(true)
  })
})
