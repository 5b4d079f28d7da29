import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { formatTime } from '../../utils/format.js'
import SourceCard from './SourceCard.vue'

const NOW = Date.parse('2026-11-20T09:21:41Z')
const source = {
  source: 'livehelperchat',
  instance: 'ingest-1',
  state: 'following',
  problem: null,
  hint: null,
  followedUntil: '2026-11-20T09:21:31Z',
  waiting: 2,
  published: 1204,
  vanished: 0,
  reconciled: 0,
  reconciledAt: null,
  scan: null,
  reportedAt: '2026-11-20T09:21:32Z',
}
const card = (changes = {}) => mount(SourceCard, { props: { source: { ...source, ...changes }, nowMs: NOW } })

test('says how it goes, until when, and the counts', () => {
  const shown = card()
  expect(shown.find('.state-badge').text()).toBe('✓ Siguiendo')
  expect(shown.find('.until').text()).toContain(`Completa hasta ${formatTime(source.followedUntil, 'es-CL')}`)
  expect(shown.find('.until').text()).toContain('hace 10')
  expect(shown.find('[data-figure=waiting] dd').text()).toBe('2')
  expect(shown.find('[data-figure=published] dd').text()).toBe('1.204')
  expect(shown.find('.problem').exists()).toBe(false)
  expect(shown.find('.hint').exists()).toBe(false)
  expect(shown.find('.source-scan').exists()).toBe(false)
})

test.each([
  ['misconfigured', '! Mal configurada', 'no seguirá hasta que alguien lo corrija'],
  ['losing_signals', '⚠ Pierde señales', 'se evalúan minutos más tarde'],
  ['reconnecting', '↻ Reconectando', 'Se vuelve a intentar solo, cada pocos segundos.'],
])('%s: shows the problem and who acts on it', (state, word, advice) => {
  const shown = card({ state, problem: 'binlog_format is STATEMENT; set it to ROW' })
  expect(shown.find('.state-badge').text()).toBe(word)
  expect(shown.find('.problem').text()).toContain('binlog_format is STATEMENT; set it to ROW')
  expect(shown.find('.problem').text()).toContain(advice)
  expect(shown.find('.until').text()).toContain('Completa hasta')
})

test('a source that has read nothing says so', () => {
  const shown = card({ state: 'starting', followedUntil: null })
  expect(shown.find('.until').text()).toBe('Todavía no se ha comparado con las tablas de la base.')
})

test('what was read yesterday has its date', () => {
  expect(card({ followedUntil: '2026-11-18T09:21:31Z' }).find('.until').text()).toMatch(/18-11-(20)?26/)
})

test('says what vanished chats are', () => {
  expect(card({ vanished: 1 }).find('.hint').text()).toContain('cuentan como omitidos')
})

test('says how many chats only the tables named, and what could be better', () => {
  const shown = card({
    reconciled: 3,
    reconciledAt: '2026-11-20T08:02:10Z',
    hint: 'no index: CREATE INDEX x',
  })
  expect(shown.find('.reconciled').text()).toMatch(/^3 hallados en las tablas/)
  expect(shown.find('.better').text()).toContain('no index: CREATE INDEX x')
})
