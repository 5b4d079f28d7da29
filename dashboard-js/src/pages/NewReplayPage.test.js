import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage } from '../testing/openPage.js'
import { prompts, replay } from '../testing/replays.js'
import { sample } from '../testing/samples.js'
import { RequestFailure } from '../utils/failures.js'

enableAutoUnmount(afterEach)

const quoted = (changes) => replay({ state: 'quoted', done: 0, underWay: 0, ...changes })

let api
let answers
beforeEach(() => {
  answers = quoted()
  api = {
    prompts: async () => prompts(),
    evaluations: async () => ({ items: [sample('item.json')], next: null }),
    status: async () => ({ topics: [] }),
    createReplay: vi.fn(async () => replay({ state: 'quoting', quote: null })),
    replay: vi.fn(async () => answers),
    replays: async () => [],
    orderReplay: vi.fn(async () => quoted()),
    chatIdsOf: vi.fn(),
  }
})
const open = (path = '/replays/new', role = 'admin') => openPage(path, api, role)

const arrivedAt = (router, path) => vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(path))

async function quote(page) {
  await page.find('.quote-step .primary').trigger('click')
  await flushPromises()
}

async function choose(page, name, value) {
  await page.find(`input[name=${name}][value=${value}]`).setValue()
}

test('the live prompt is chosen, and marked', async () => {
  const { page } = await open()
  const select = page.find('select[name=promptVersion]')
  expect(select.element.value).toBe('2026-12-1')
  expect(select.findAll('option').map((option) => option.text())).toEqual([
    '2026-12-1 (en vivo)',
    '2026-11-3',
  ])
  expect(page.find('.card-choice').text()).toContain('En vivo no cambia nada')
})

test('from the wizard to a quote, and on to its page once started', async () => {
  const { page, router } = await open()
  await page.find('select[name=promptVersion]').setValue('2026-11-3')
  await page.find('input[name=seed]').setValue('8')
  await page.find('input[name=name]').setValue('Otra semilla')
  await quote(page)
  const [[wish]] = api.createReplay.mock.calls
  expect(wish).toMatchObject({
    name: 'Otra semilla',
    ask: { promptVersion: '2026-11-3', seed: 8 },
    mode: 'compare',
    selection: { everyClosing: false },
  })
  expect(router.currentRoute.value.fullPath).toBe('/replays/new?replay=r-20261121-k3xq')
  const figures = page.find('.quote-facts').text()
  for (const part of ['812', '935.000', '4 min 21 s', '500', '31 s']) expect(figures).toContain(part)
  await page.find('.start-form').trigger('submit')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith('r-20261121-k3xq', 'start', { confirmedTotal: 500 })
  await arrivedAt(router, '/replays/r-20261121-k3xq')
})

test('filters, a sample and each closing are part of the wish', async () => {
  const { page } = await open()
  const teams = page.find('[data-filter=teams] input')
  await teams.setValue('Ventas, Norte')
  await teams.trigger('keydown', { key: 'Enter' })
  await page.find('input[type=checkbox][value=bad]').setValue()
  await page.find('input[name=sampled]').setValue()
  await page.find('input[name=sampleSize]').setValue('50')
  await choose(page, 'closings', 'every')
  await quote(page)
  expect(api.createReplay.mock.calls[0][0].selection).toMatchObject({
    filter: { teams: ['Ventas, Norte'], scores: ['bad'], failed: false },
    sample: { size: 50, seed: 1 },
    everyClosing: true,
  })
})

test('suggests what chats have', async () => {
  const { page } = await open()
  const known = page.findAll('[data-filter=teams] option').map((option) => option.attributes('value'))
  expect(known).toEqual(['Facturación'])
})

test('while it is counted the page says so', async () => {
  answers = replay({ state: 'quoting', quote: null })
  const { page } = await open('/replays/new?replay=r-20261121-k3xq')
  expect(page.find('.quote-step').text()).toContain('Contando los chats guardados…')
  expect(page.find('.start-form').exists()).toBe(false)
})

test('what is wrong is said, and nothing is sent', async () => {
  const { page } = await open()
  await choose(page, 'take', 'time')
  await page.find('input[name=temperature]').setValue('3')
  await quote(page)
  expect(api.createReplay).not.toHaveBeenCalled()
  expect(page.text()).toContain('Escribe al menos uno de los dos.')
  expect(page.text()).toContain('Un número de 0 a 2.')
  expect(document.activeElement.name).toBe('from')
})

test('stretches of topics can be added, written and removed', async () => {
  const { page } = await open()
  await choose(page, 'take', 'offsets')
  await page.find('.offset-fields .add').trigger('click')
  expect(page.findAll('.stretch')).toHaveLength(2)
  await page.findAll('.stretch button')[1].trigger('click')
  await page.find('.topic input').setValue('support.chat.closed.v1')
  for (const [field, value] of [
    ['partition', '4'],
    ['from', '0'],
    ['to', '1200'],
  ])
    await page.find(`.stretch [data-field=${field}]`).setValue(value)
  await quote(page)
  expect(api.createReplay.mock.calls[0][0].selection.offsets).toEqual(
    sample('replay-order.json').selection.offsets,
  )
})

async function chooseFile(page, size = 10) {
  await choose(page, 'take', 'file')
  const input = page.find('input[type=file]')
  const file = Object.defineProperty(new File(['x'], 'chats.jsonl'), 'size', { value: size })
  Object.defineProperty(input.element, 'files', { value: [file] })
  await input.trigger('change')
  await flushPromises()
}

test('a file’s bad lines are shown, its chats are taken', async () => {
  const rejected = [{ line: 2, reason: 'not JSON' }]
  api.chatIdsOf.mockResolvedValueOnce({ chatIds: ['a', 'b'], lines: 3, rejected, rejectedLines: 1500 })
  const { page } = await open()
  await chooseFile(page)
  expect(page.find('.chat-file').text()).toContain('chats.jsonl: 3 líneas, 2 chats distintos.')
  expect(page.find('.rejected tbody').text()).toContain('2not JSON')
  expect(page.find('.rejected').text()).toContain('1.500 líneas no se pudieron leer')
  expect(page.find('.rejected').text()).toContain('Se muestran las primeras 1.')
  await quote(page)
  expect(api.createReplay.mock.calls[0][0].selection.chatIds).toEqual(['a', 'b'])
})

test('a file that is too large is not sent', async () => {
  const { page } = await open()
  await chooseFile(page, 33 * 1024 * 1024)
  expect(api.chatIdsOf).not.toHaveBeenCalled()
  expect(page.find('.failure-note').text()).toContain('El archivo es demasiado grande.')
  await quote(page)
  expect(page.text()).toContain('Elige un archivo que nombre al menos un chat.')
})

test('many chats need their number typed', async () => {
  answers = quoted({ needsConfirmation: true, quote: { ...quoted().quote, willRun: 24500 } })
  const { page } = await open('/replays/new?replay=r-20261121-k3xq')
  await page.find('.start-form').trigger('submit')
  expect(page.find('.start-form .problem').text()).toBe('No coincide: son 24.500 chats.')
  expect(api.orderReplay).not.toHaveBeenCalled()
  await page.find('input[name=confirmedTotal]').setValue('24.500')
  await page.find('.start-form').trigger('submit')
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith('r-20261121-k3xq', 'start', {
    confirmedTotal: 24500,
  })
})

test('a quote of 0 explains itself and cannot be started', async () => {
  const explanation = 'all 500 have a verdict of the same closing, prompt, model and parameters already'
  const nothing = { ...quoted().quote, willRun: 0, explanation }
  answers = quoted({ quote: nothing })
  const { page } = await open('/replays/new?replay=r-20261121-k3xq')
  expect(page.find('.explanation').text()).toContain('Los 500 chats ya tienen un dictamen del mismo cierre')
  expect(page.find('.start-form .primary').exists()).toBe(false)
})

test('who drops a quote goes on with the same form', async () => {
  const { page, router } = await open()
  await page.find('input[name=model]').setValue('mi-modelo')
  await quote(page)
  await page.find('.start-form [type=button]').trigger('click')
  await flushPromises()
  expect(api.orderReplay).toHaveBeenCalledExactlyOnceWith('r-20261121-k3xq', 'cancel', undefined)
  expect(router.currentRoute.value.fullPath).toBe('/replays/new')
  expect(page.find('input[name=model]').element.value).toBe('mi-modelo')
})

test('a refusal has the gateway’s words', async () => {
  const detail = 'no prompt version x; there are 2026-11-3'
  api.createReplay.mockRejectedValueOnce(new RequestFailure(400, { detail }))
  const { page } = await open()
  await quote(page)
  expect(page.find('.failure-note').text()).toContain(detail)
})

test('one that runs already is shown on its own page', async () => {
  answers = replay()
  const { router } = await open('/replays/new?replay=r-20261121-k3xq')
  await arrivedAt(router, '/replays/r-20261121-k3xq')
})

test('only admins begin one', async () => {
  const { page } = await open('/replays/new', 'supervisor')
  expect(page.text()).toContain('Solo Administración puede empezar')
  expect(page.find('.wish-step').exists()).toBe(false)
})
