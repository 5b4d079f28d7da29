import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAnnouncer } from '../composables/page/useAnnouncer.js'
import { openPage } from '../testing/openPage.js'
import { prompts, replay } from '../testing/replays.js'
import { RequestFailure } from '../utils/failures.js'

enableAutoUnmount(afterEach)
afterEach(() => vi.useRealTimers())

let api
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  HTMLDialogElement.prototype.close = vi.fn()
  api = {
    replays: vi.fn(async () => [replay()]),
    orderReplay: vi.fn(async () => replay()),
    prompts: async () => prompts(),
    previousPrompt: vi.fn(async () => ({ ask: { promptVersion: '2026-11-3' } })),
  }
})
const open = async (role) => (await openPage('/replays', api, role)).page

test('where there is none, the page says what a replay is and begins one', async () => {
  api.replays = async () => []
  const page = await open('admin')
  expect(page.find('.no-replays').text()).toContain('Una reevaluación toma chats ya cerrados')
  expect(page.find('.no-replays a').attributes('href')).toBe('/replays/new')
  expect((await open('viewer')).find('.no-replays a').exists()).toBe(false)
})

test('a row says what is asked, how far it is and why it is slow', async () => {
  const figures = {
    total: 3000,
    done: 1240,
    failed: 3,
    skipped: 0,
    secondsLeft: 1080,
    rate: 19.84,
    underWay: 45,
  }
  api.replays = async () => [
    replay({ ...figures, why: 'live chats wait: bulk is paused until they have their verdicts' }),
  ]
  const row = (await open('viewer')).find('.replay-row')
  const parts = [
    '▶ En marcha',
    'Comparar',
    'Noviembre con el prompt 2026-12-1',
    'Prompt 2026-12-1 · openai/gpt-oss-20b · temperatura 0,2 · semilla 7',
    '1.240 / 3.000 (41%) · quedan 18 min',
    '19,8 chats/s',
    '3 fallidos',
    '45 en camino',
    'Espera: hay chats en vivo sin dictamen y van primero.',
    'Pedida por ana',
  ]
  for (const part of parts) expect(row.text()).toContain(part)
  expect(row.text()).not.toContain('omitido')
  expect(row.find('progress').attributes('value')).toBe('41')
  expect(row.find('button').exists()).toBe(false)
})

test('a list counts the chats of a file, which it does not name', async () => {
  const selection = { ...replay().selection, from: null, to: null, offsets: [], chatIds: [] }
  api.replays = async () => [
    replay({ selection, namedChats: 1240 }),
    replay({ id: 'r-all1', selection, namedChats: 0 }),
  ]
  const rows = (await open('viewer')).findAll('.replay-row').map((row) => row.text())
  expect(rows[0]).toContain('1.240 chats de un archivo')
  expect(rows[1]).toContain('Todos los chats guardados')
})

test.each([
  ['running', ['pause', 'cancel']],
  ['paused', ['resume', 'cancel']],
  ['finished', []],
])('one that is %s takes the orders %j', async (state, orders) => {
  api.replays = async () => [replay({ state })]
  const buttons = (await open('admin')).findAll('.replay-row button')
  expect(buttons.map((button) => button.attributes('data-action'))).toEqual(orders)
})

test('a pause is given at once and announced', async () => {
  const page = await open('admin')
  await page.find('[data-action=pause]').trigger('click')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith('r-20261121-k3xq', 'pause', undefined)
  expect(useAnnouncer().message.value).toBe('Noviembre con el prompt 2026-12-1 queda en pausa.')
})

test('cancelling asks first, and says what stays', async () => {
  const page = await open('admin')
  await page.find('[data-action=cancel]').trigger('click')
  expect(page.find('.cancel-replay').text()).toContain('Los 185 dictámenes que ya hay se conservan.')
  expect(api.orderReplay).not.toHaveBeenCalled()
  await page.find('.cancel-replay .primary').trigger('click')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith('r-20261121-k3xq', 'cancel', undefined)
})

test('what waits to be confirmed leads to its quote', async () => {
  api.replays = async () => [replay({ state: 'quoted', done: 0 })]
  const row = (await open('admin')).find('.replay-row')
  expect(row.text()).toContain('Espera confirmación: 500 chats por evaluar')
  expect(row.find('.replay-actions a').attributes('href')).toBe('/replays/r-20261121-k3xq')
})

test('an order that is refused says why', async () => {
  api.orderReplay.mockRejectedValueOnce(new RequestFailure(409, { detail: 'it is finished' }))
  const page = await open('admin')
  await page.find('[data-action=pause]').trigger('click')
  await flushPromises()
  expect(page.find('.failure-note').text()).toContain('it is finished')
})

test.each([
  ['running', 2000],
  ['finished', 10_000],
])('with one that is %s the list is asked for every %i ms', async (state, everyMs) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  api.replays = vi.fn(async () => [replay({ state, underWay: 0 })])
  const opening = openPage('/replays', api)
  await vi.advanceTimersByTimeAsync(100)
  await opening
  const before = api.replays.mock.calls.length
  await vi.advanceTimersByTimeAsync(3 * everyMs)
  expect(api.replays.mock.calls.length - before).toBe(3)
})

test('a list that cannot be read says so', async () => {
  api.replays = async () => Promise.reject(new RequestFailure(503))
  const page = await open('viewer')
  expect(page.find('.failure-note').text()).toContain('No se pudieron leer las reevaluaciones.')
  expect(page.find('.no-replays').exists()).toBe(false)
})

test('the prompt before is one question away', async () => {
  const page = await open('admin')
  expect(page.find('.prompt-panel').text()).toContain('Prompt 2026-12-1 · temperatura 0')
  await page.find('.prompt-panel > .button').trigger('click')
  expect(page.find('.confirm-dialog h2').text()).toBe('¿Volver al prompt 2026-11-3?')
  expect(api.previousPrompt).not.toHaveBeenCalled()
  await page.find('.prompt-panel .primary').trigger('click')
  await flushPromises()
  expect(api.previousPrompt).toHaveBeenCalledOnce()
  expect(useAnnouncer().message.value).toBe('El prompt 2026-11-3 vuelve a evaluar los chats en vivo.')
})

test('who only reads sees which prompt is live and changes nothing', async () => {
  const page = await open('supervisor')
  expect(page.find('.prompt-panel').text()).toContain('2026-12-1')
  expect(page.find('.prompt-panel button').exists()).toBe(false)
})
