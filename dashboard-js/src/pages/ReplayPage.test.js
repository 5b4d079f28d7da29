import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAnnouncer } from '../composables/page/useAnnouncer.js'
import { openPage } from '../testing/openPage.js'
import { comparison, FLIPPED, prompts, replay } from '../testing/replays.js'
import { RequestFailure } from '../utils/failures.js'

const ID = 'r-20261121-k3xq'
const finished = (changes) =>
  replay({ state: 'finished', done: 500, underWay: 0, promotable: true, ...changes })

enableAutoUnmount(afterEach)
afterEach(() => vi.useRealTimers())

let api
let shown
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  HTMLDialogElement.prototype.close = vi.fn()
  shown = finished()
  api = {
    replay: vi.fn(async () => shown),
    replays: async () => [shown, finished({ id: 'r-20261120-prev', name: 'La de ayer' })],
    prompts: async () => prompts(),
    comparison: vi.fn(async () => comparison()),
    flipped: vi.fn(async () => ({ items: [FLIPPED], next: null })),
    orderReplay: vi.fn(async () => shown),
    exportReplay: vi.fn(async () => new Blob(['a'])),
  }
})
const open = (query = '', role = 'admin') => openPage(`/replays/${ID}${query}`, api, role)

test('says what it takes and asks in words', async () => {
  const { page } = await open()
  const facts = page.find('.replay-facts').text()
  const parts = [
    'Facturación',
    'web',
    'Mala, Horrible',
    '500 al azar, con la semilla 42',
    '20 chats/s',
    '1.200',
  ]
  for (const part of parts) expect(facts).toContain(part)
})

test('the matrix is a table whose cells lead to the chats that they count', async () => {
  const { page, router } = await open()
  const rows = page.findAll('.shift-matrix tbody tr')
  const heads = rows.map((row) => row.find('th').text())
  expect(heads).toEqual(['✕ Horrible', '▼ Mala', '■ Regular', '▲ Buena', '★ Excelente'])
  const [, stays] = rows[1].findAll('.cell')
  expect(stays.text()).toBe('3069,8%sin cambio')
  expect(stays.find('a').exists()).toBe(false)
  const changed = rows[2].findAll('.cell')[3].find('a')
  expect(changed.attributes('href')).toBe(`/replays/${ID}?from=neutral&to=good`)
  await changed.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ from: 'neutral', to: 'good' })
  expect(api.flipped).toHaveBeenLastCalledWith(
    ID,
    { with: 'live', from: 'neutral', to: 'good', limit: 20 },
    expect.anything(),
  )
  expect(page.find('.flipped-list .filter').text()).toContain('De Regular a Buena')
  expect(document.activeElement.id).toBe('flips-title')
})

test('the filter of changed chats can be taken off', async () => {
  const { page, router } = await open('?from=neutral&to=good')
  await page.find('.flipped-list .filter button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({})
})

test('agreement, shares, composite and customers are shown with their figures', async () => {
  const { page } = await open()
  const tile = (name) => page.find(`[data-tile=${name}]`).text()
  expect(tile('exact')).toContain('76,7')
  expect(tile('flipped')).toContain('70de 300')
  expect(tile('kappaQuadratic')).toContain('0,890,86 a 0,92')
  const shares = page.findAll('.share-table tbody tr').map((row) => row.text())
  expect(shares[3]).toMatch(/▲\s*sube\s*\+7,3 pp/)
  expect(shares[4]).toContain('muy pocos para decidir')
  const text = page.find('.comparison-board').text()
  for (const part of ['300 chats con puntaje en ambas', '0,385', '0,386', 'peso 0,35', '4,28', '102 chats'])
    expect(text).toContain(part)
  expect(page.find('[data-row=tokensOut]').text()).toContain('▼')
})

test('what a source says of its chats is ranked by worth', async () => {
  const { page } = await open()
  expect(page.find('.source-figures').text()).toContain('30,4')
  expect(page.find('.intent-table tbody tr').text()).toContain('Doc & KYC Collector')
})

test('what cannot be told has no colour and no figure', async () => {
  const agreement = { ...comparison().agreement, enough: false, kappaLinear: null, kappaQuadratic: null }
  api.comparison = async () => comparison({ agreement, customers: null, figures: null, composite: null })
  const { page } = await open()
  expect(page.find('.agreement-tiles').attributes('data-enough')).toBe('false')
  expect(page.find('[data-tile=kappaLinear]').text()).toContain('—no se puede calcular')
  expect(page.text()).not.toContain('Frente a los clientes')
  expect(page.find('.source-figures').exists()).toBe(false)
})

test('what a simulator answered is called simulated', async () => {
  const { run } = comparison()
  api.comparison = async () => comparison({ run: { ...run, simulated: true } })
  expect((await open()).page.find('.comparison-board .counts').text()).toContain('Simulado')
})

test('another run can be chosen, and stays in the address', async () => {
  const { page, router } = await open()
  const options = page.findAll('select[name=with] option').map((option) => option.text())
  expect(options).toEqual(['En vivo', 'La de ayer'])
  await page.find('select[name=with]').setValue('r-20261120-prev')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ with: 'r-20261120-prev' })
  expect(api.comparison).toHaveBeenLastCalledWith(ID, 'r-20261120-prev', expect.anything())
  const link = page.find('.flipped-list li a').attributes('href')
  expect(link).toBe(`/replays/${ID}/chats/lhc-10482?with=r-20261120-prev`)
})

test('changed chats come page by page', async () => {
  api.flipped
    .mockResolvedValueOnce({ items: [FLIPPED], next: 'c-2' })
    .mockResolvedValueOnce({ items: [{ ...FLIPPED, chatId: 'lhc-2' }], next: null })
  const { page } = await open()
  await page.find('.flipped-list footer button').trigger('click')
  await flushPromises()
  expect(api.flipped.mock.calls[1][1]).toEqual({ with: 'live', limit: 20, cursor: 'c-2' })
  expect(page.findAll('.flipped-list li').map((row) => row.attributes('data-chat-id'))).toEqual([
    'lhc-10482',
    'lhc-2',
  ])
  expect(page.find('.flipped-list footer').exists()).toBe(false)
})

test('an export is fetched and saved under its own name', async () => {
  const saved = []
  URL.createObjectURL = () => 'blob:x'
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function () {
    saved.push([this.download, this.href])
  })
  const { page } = await open()
  await page.find('[data-format=csv]').trigger('click')
  await flushPromises()
  expect(api.exportReplay).toHaveBeenCalledExactlyOnceWith(ID, 'csv', 'live')
  expect(saved).toEqual([[`${ID}-with-live.csv`, 'blob:x']])
})

test('promoting names the version and the comparison, and asks', async () => {
  const { page } = await open('?with=r-20261120-prev')
  await page.find('.comparison-tools .primary').trigger('click')
  const dialog = page.find('.promote-dialog')
  for (const part of ['2026-12-1', 'Noviembre con el prompt', 'La de ayer'])
    expect(dialog.text()).toContain(part)
  expect(api.orderReplay).not.toHaveBeenCalled()
  await dialog.find('.primary').trigger('click')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith(ID, 'promote', { with: 'r-20261120-prev' })
  expect(useAnnouncer().message.value).toBe('El prompt 2026-12-1 evalúa los chats en vivo desde ahora.')
})

test.each([
  ['supervisor', true],
  ['admin', false],
])('nothing to promote for %s where promotable is %s', async (role, promotable) => {
  shown = finished({ promotable })
  expect((await open('', role)).page.find('.promote-dialog').exists()).toBe(false)
})

test.each([
  ['2,5', 2.5],
  ['', null],
])('the rate can be changed to "%s" while it runs', async (typed, ratePerSecond) => {
  shown = replay()
  const { page } = await open()
  await page.find('.rate-form input').setValue(typed)
  await page.find('.rate-form').trigger('submit')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith(ID, 'rate', { ratePerSecond })
})

test('a rate that is none is not sent', async () => {
  shown = replay()
  const { page } = await open()
  await page.find('.rate-form input').setValue('0')
  await page.find('.rate-form').trigger('submit')
  expect(page.find('.rate-form .problem').text()).toBe('Un número mayor que 0.')
  expect(api.orderReplay).not.toHaveBeenCalled()
})

test('one that waits to be confirmed is started or dropped here', async () => {
  shown = replay({ state: 'quoted', done: 0, underWay: 0 })
  const { page } = await open()
  expect(page.find('.comparison').exists()).toBe(false)
  expect(page.find('[data-fact=finish]').exists()).toBe(true)
  await page.find('.start-form').trigger('submit')
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith(ID, 'start', { confirmedTotal: 500 })
  await page.find('.start-form [type=button]').trigger('click')
  expect(page.find('.cancel-replay').text()).toContain('No hay ningún dictamen todavía.')
})

test('once it finished, the comparison is asked for again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  shown = replay()
  const opening = open()
  await vi.advanceTimersByTimeAsync(100)
  await opening
  const before = api.comparison.mock.calls.length
  shown = finished()
  await vi.advanceTimersByTimeAsync(7000)
  expect(api.comparison.mock.calls.length).toBe(before + 2)
})

test('a comparison that cannot be read leaves the rest of the page', async () => {
  api.comparison = async () => Promise.reject(new RequestFailure(500, { traceId: 'abc-1' }))
  const { page } = await open()
  expect(page.find('.failure-note').text()).toContain('No se pudo leer la comparación.')
  expect(page.find('.replay-card').exists()).toBe(true)
})

test('one that is not there says so', async () => {
  api.replay = async () => Promise.reject(new RequestFailure(404))
  expect((await open()).page.find('h1').text()).toBe('Esta reevaluación no existe')
})
