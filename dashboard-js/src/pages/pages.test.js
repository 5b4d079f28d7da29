import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { config, enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import { createMemoryHistory } from 'vue-router'
import App from '../App.vue'
import { API } from '../composables/api/useApi.js'
import { LIVE_FEED } from '../composables/live/useLiveFeed.js'
import { createPreferences, PREFERENCES } from '../composables/page/usePreferences.js'
import { SESSION } from '../composables/session/useSession.js'
import { createMessages } from '../i18n.js'
import { createPages } from '../router.js'
import { RequestFailure } from '../utils/failures.js'
import { mergeVerdicts } from '../utils/verdicts/verdicts.js'

const USER = { username: 'ana', displayName: 'Ana Lagos', role: 'supervisor', teams: [] }
const LEDGER = { closed: 0, scored: 0, skipped: 0, failed: 0, inFlight: 0, oldestInFlightSeconds: null }

config.global.plugins = []
enableAutoUnmount(afterEach)

let session
let feed
let api
beforeEach(() => {
  localStorage.clear()
  window.scrollTo = () => {}
  session = {
    state: ref('signed-in'),
    user: shallowRef(USER),
    signIn: vi.fn(),
    signOut: vi.fn(),
    changePassword: vi.fn(),
    restore: vi.fn(),
  }
  feed = {
    items: shallowRef(new Map()),
    waiting: shallowRef(new Map()),
    fresh: shallowRef(new Set()),
    held: ref(false),
    ready: ref(true),
    add: (batch) => (feed.items.value = mergeVerdicts(feed.items.value, batch, 100)),
    release: vi.fn(),
    socket: { state: ref('live'), stoppedBy: ref(null), lastHeardAt: ref(null), open: vi.fn() },
  }
  api = {
    evaluations: async () => ({ items: [], next: null }),
    ledger: async () => LEDGER,
    status: async () => ({ ledger: LEDGER, topics: [], replicas: [], sources: [] }),
    chat: async () => Promise.reject(new RequestFailure(404)),
  }
})

/** The whole page at a path, with a session, a feed and an API of the test's own. */
async function open(path) {
  const router = createPages(session, createMemoryHistory())
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  router.push(path)
  await router.isReady()
  const page = mount(App, {
    attachTo: document.body,
    global: {
      plugins: [router, createMessages('es'), [VueQueryPlugin, { queryClient }]],
      provide: {
        [PREFERENCES]: createPreferences(window),
        [SESSION]: session,
        [LIVE_FEED]: feed,
        [API]: api,
      },
    },
  })
  await flushPromises()
  return { page, router }
}

test('who is not signed in is asked to, and comes back to where the link led', async () => {
  Object.assign(session, { state: ref('signed-out'), user: shallowRef(null) })
  const { page, router } = await open('/chats/demo-1')
  expect(router.currentRoute.value.fullPath).toBe('/login?next=/chats/demo-1')
  await page.find('input[name=username]').setValue('ana')
  await page.find('input[name=password]').setValue('secret')
  session.signIn = vi.fn(async () => {
    session.state.value = 'signed-in'
    session.user.value = USER
  })
  const arrived = new Promise((resolve) => router.afterEach(resolve))
  await page.find('form').trigger('submit')
  await arrived
  expect(router.currentRoute.value.fullPath).toBe('/chats/demo-1')
  expect(session.signIn).toHaveBeenCalledWith('ana', 'secret')
})

test.each([
  [new RequestFailure(401), 'El usuario o la contraseña no son correctos.'],
  [new RequestFailure(429, null, 90), 'Demasiados intentos. Vuelve a probar en 1 min 30 s.'],
  [new RequestFailure(0), 'El servidor no responde.'],
  [new RequestFailure(500), 'Algo falló en el servidor.'],
])('signing in: %s is said in words', async (failure, words) => {
  Object.assign(session, { state: ref('signed-out'), user: shallowRef(null) })
  session.signIn.mockRejectedValue(failure)
  const { page } = await open('/login')
  await page.find('input[name=username]').setValue('ana')
  await page.find('input[name=password]').setValue('x')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('[role=alert]').text()).toContain(words)
})

test('the filters of a link survive signing in', async () => {
  Object.assign(session, { state: ref('signed-out'), user: shallowRef(null) })
  const { router } = await open('/live?score=bad')
  expect(router.currentRoute.value.query.next).toBe('/live?score=bad')
})

test('an empty wall says what to do', async () => {
  const { page } = await open('/live')
  expect(page.text()).toContain('./dictamen import ARCHIVO')
})

test('a filter that nothing passes can be taken off', async () => {
  const { page, router } = await open('/live?score=failed&q=nadie')
  expect(page.text()).toContain('Ningún dictamen pasa estos filtros')
  await page.find('.empty-wall button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/live')
})

test('one failed panel does not take the page down', async () => {
  api.evaluations = async () => Promise.reject(new RequestFailure(500, { traceId: 'abc-1' }))
  const { page } = await open('/live')
  expect(page.find('.failure-note').text()).toContain('Referencia: abc-1')
  expect(page.find('.ledger').exists()).toBe(true)
})

const item = (number, overrides = {}) => ({
  evaluationId: `e-${number}`,
  chatId: `demo-${number}`,
  revision: 1,
  runId: 'live',
  type: 'scored',
  score: 'good',
  reason: 'Bien.',
  evaluatedAt: `2026-11-21T10:00:0${number}Z`,
  ...overrides,
})

test('the wall shows what requests bring and what the socket adds, newest first', async () => {
  api.evaluations = async () => ({ items: [item(1), item(2, { score: 'bad' })], next: null })
  const { page } = await open('/live')
  feed.items.value = new Map([...feed.items.value, ['demo-3', item(3)]])
  await flushPromises()
  const shown = page.findAll('.verdict-row').map((row) => row.attributes('data-chat-id'))
  expect(shown).toEqual(['demo-3', 'demo-2', 'demo-1'])
  expect(page.find('.distribution').attributes('aria-label')).toContain('Mala 1, Buena 2')
})

test('earlier verdicts are a request away', async () => {
  const asked = []
  api.evaluations = async (params) => {
    asked.push(params)
    return params.after ? { items: [item(1, { team: 'Ventas' })], next: null } : { items: [], next: 'c-2' }
  }
  const { page } = await open('/live?team=Ventas&q=demo-1')
  expect(page.find('.verdict-row').exists()).toBe(false)
  await page.find('.wall footer button').trigger('click')
  await flushPromises()
  expect(asked).toEqual([
    { limit: 100, team: 'Ventas' },
    { limit: 100, team: 'Ventas', after: 'c-2' },
  ])
  expect(page.find('.wall footer').text()).toBe('No hay dictámenes anteriores.')
})

test('N walks through the key messages of a chat and around', async () => {
  HTMLElement.prototype.scrollIntoView = () => {}
  const messages = [0, 1, 2].map((index) => ({ index, role: 'agent', text: 'x', sentAt: null }))
  const evaluation = item(1, {
    keyMessages: [0, 2],
    improvement: 'y',
    judgedBy: null,
    usage: null,
    attempts: 1,
  })
  api.chat = async () => ({ chat: { chatId: 'demo-1', messages }, evaluation })
  await open('/chats/demo-1')
  const focusedAfter = (init) => {
    window.dispatchEvent(new KeyboardEvent('keydown', init))
    return document.activeElement.id
  }
  expect(focusedAfter({ key: 'n' })).toBe('m-0')
  expect(focusedAfter({ key: 'n' })).toBe('m-2')
  expect(focusedAfter({ key: 'n' })).toBe('m-0')
  expect(focusedAfter({ key: 'N', shiftKey: true })).toBe('m-2')
})

test('pausing holds the feed', async () => {
  const { page } = await open('/live')
  await page.find('.pause').trigger('click')
  expect(feed.held.value).toBe(true)
  expect(page.find('.pause').text()).toBe('Seguir')
})

test('a chat that is not there says so', async () => {
  const { page } = await open('/chats/nobody')
  expect(page.find('h1').text()).toBe('Este chat no existe o no está a tu alcance')
})

test('where no database is followed, the sources say which setting turns it on', async () => {
  const { page } = await open('/sources')
  expect(page.find('.empty-state').text()).toContain('No se sigue ninguna base de datos')
  expect(page.find('.empty-state code').text()).toBe('SOURCE_URL')
})

test('each source has its card, and a status that cannot be read is said', async () => {
  const source = { source: 'crm', instance: 'i-1', state: 'following', problem: null, followedUntil: null }
  const figures = { waiting: 0, published: 0, vanished: 0, scan: null, reportedAt: '2026-11-21T10:00:00Z' }
  api.status = async () => ({ sources: [{ ...source, ...figures }] })
  expect((await open('/sources')).page.find('.source-card h2').text()).toBe('crm')
  api.status = async () => Promise.reject(new RequestFailure(503))
  const { page } = await open('/sources')
  expect(page.find('.failure-note').text()).toContain('No se pudo leer el estado de las fuentes.')
  expect(page.find('.empty-state').exists()).toBe(false)
})

test('an expired session asks again over the page', async () => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  const { page } = await open('/settings')
  session.state.value = 'expired'
  await flushPromises()
  expect(page.find('.sign-in-dialog').exists()).toBe(true)
  expect(page.find('.settings-page').exists()).toBe(true)
})

test('over the page, a refusal is said and a sign-in closes the dialog', async () => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  const { page } = await open('/settings')
  session.state.value = 'expired'
  await flushPromises()
  const dialog = page.find('.sign-in-dialog')
  await dialog.find('input[name=username]').setValue('ana')
  await dialog.find('input[name=password]').setValue('x')
  session.signIn.mockRejectedValueOnce(new RequestFailure(401))
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(dialog.find('[role=alert]').text()).toBe('El usuario o la contraseña no son correctos.')
  session.signIn.mockImplementationOnce(async () => (session.state.value = 'signed-in'))
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('.sign-in-dialog').exists()).toBe(false)
  session.state.value = 'expired'
  await flushPromises()
  expect(page.find('.sign-in-dialog [role=alert]').exists()).toBe(false)
})

test('the language changes the words at once', async () => {
  const { page } = await open('/settings')
  await page.find('input[name=language][value=en]').setValue()
  await flushPromises()
  expect(page.find('h1').text()).toBe('Settings')
})

test('an unknown address says so', async () => {
  expect((await open('/nowhere/at/all')).page.text()).toContain('Aquí no hay nada')
})

test('the wall says while the objective is not met, and stands when that cannot be asked', async () => {
  const slo = {
    objectiveSeconds: 30,
    breached: true,
    since: '2026-11-20T12:00:30Z',
    oldestSeconds: 41,
    late: 3,
  }
  api.status = async () => ({ slo, sources: [] })
  expect((await open('/live')).page.find('.slo-banner').text()).toContain('El objetivo de 30 s no se cumple')
  api.status = async () => Promise.reject(new RequestFailure(500))
  const { page } = await open('/live')
  expect(page.find('.slo-banner').exists()).toBe(false)
  expect(page.find('.ledger').exists()).toBe(true)
})

test.each([
  ['admin', true],
  ['supervisor', false],
])('the audit of a verdict, as %s: %s', async (role, isShown) => {
  session.user.value = { ...USER, role }
  const evaluation = item(1, { keyMessages: [], improvement: 'y', judgedBy: null, usage: null, attempts: 1 })
  api.chat = async () => ({ chat: { chatId: 'demo-1', messages: [] }, evaluation })
  const { page } = await open('/chats/demo-1')
  expect(page.find('.audit-details').exists()).toBe(isShown)
})
