import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage } from '../testing/openPage.js'
import { detail, replay } from '../testing/replays.js'
import { RequestFailure } from '../utils/failures.js'

const PATH = '/replays/r-20261121-k3xq/chats/lhc-10482'

enableAutoUnmount(afterEach)

let api
beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => {}
  const messages = [0, 1, 2, 3, 4].map((index) => ({ index, role: 'agent', text: `m${index}`, sentAt: null }))
  api = {
    chat: vi.fn(async () => ({ chat: { chatId: 'lhc-10482', messages }, evaluation: detail() })),
    replays: async () => [replay()],
    replayedChat: vi.fn(async () => ({
      chatId: 'lhc-10482',
      with: detail({ keyMessages: [2, 4] }),
      run: detail({ score: 'great', keyMessages: [1], runId: 'r-20261121-k3xq' }),
    })),
  }
})
const open = async (query = '', role = 'admin') => (await openPage(PATH + query, api, role)).page
const keyed = (page) =>
  page.findAll('.message-bubble [data-key=true]').map((body) => body.element.parentElement.id)

test('both verdicts stand side by side, each under its run’s name', async () => {
  const page = await open()
  const cards = page.findAll('.verdict-card')
  expect(cards.map((card) => card.find('h2').text())).toEqual([
    'En vivo',
    'Noviembre con el prompt 2026-12-1',
  ])
  expect(cards.map((card) => card.find('.score-badge').text())).toEqual(['■ Regular', '★ Excelente'])
  for (const card of cards) expect(card.text()).toContain('Simulado')
  expect(api.replayedChat).toHaveBeenCalledWith('r-20261121-k3xq', 'lhc-10482', 'live', expect.anything())
})

test('no id stands twice on the page', async () => {
  const page = await open()
  const ids = page.findAll('[id]').map((element) => element.attributes('id'))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the transcript marks the key messages of one of them, by choice', async () => {
  const page = await open()
  expect(keyed(page)).toEqual(['m-1'])
  await page.find('input[name=marked][value=with]').setValue()
  expect(keyed(page)).toEqual(['m-2', 'm-4'])
})

test('from a key message of either card to its place, and back to the card', async () => {
  const page = await open()
  await page.find('#with-key-4').trigger('click')
  await flushPromises()
  expect(document.activeElement.id).toBe('m-4')
  await page.find('#m-4 .key').trigger('click')
  expect(document.activeElement.id).toBe('with-key-4')
})

test('a run without a verdict says so', async () => {
  api.replayedChat = async () => ({ chatId: 'lhc-10482', with: null, run: detail() })
  const page = await open()
  expect(page.find('[data-side=with]').text()).toContain('Este chat no tiene dictamen aquí.')
  expect(page.findAll('.verdict-card')).toHaveLength(1)
})

test('the way back keeps what it was compared with', async () => {
  const page = await open('?with=r-20261120-prev')
  expect(page.find('.back').attributes('href')).toBe('/replays/r-20261121-k3xq?with=r-20261120-prev')
  expect(api.replayedChat.mock.calls[0][2]).toBe('r-20261120-prev')
})

test('the audit is for admins', async () => {
  expect((await open()).find('.audit-details').exists()).toBe(true)
  expect((await open('', 'viewer')).find('.audit-details').exists()).toBe(false)
})

test('a chat that is not there says so, a failure can be tried again', async () => {
  api.replayedChat = async () => Promise.reject(new RequestFailure(404))
  expect((await open()).find('h1').text()).toBe('Este chat no existe o no está a tu alcance')
  const answered = vi.fn(async () => ({ chatId: 'lhc-10482', with: null, run: detail() }))
  api.replayedChat = answered.mockRejectedValueOnce(new RequestFailure(401))
  const page = await open()
  expect(page.find('.failure-note').text()).toContain('No se pudo cargar el chat.')
  await page.find('.failure-note button').trigger('click')
  await flushPromises()
  expect(page.find('.verdict-card').exists()).toBe(true)
})
