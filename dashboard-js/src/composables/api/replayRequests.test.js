import { expect, test, vi } from 'vitest'
import { createApi } from './useApi.js'

const answer = (body) => ({ ok: true, status: 200, json: async () => body, blob: async () => 'the bytes' })

function api(body = {}) {
  const fetch = vi.fn(async () => answer(body))
  const session = { token: () => 't', refresh: vi.fn() }
  return { fetch, ...createApi({ session, fetch }) }
}
const asked = ({ fetch }) => [fetch.mock.calls[0][0], fetch.mock.calls[0][1].method]

test('a wish is posted as JSON', async () => {
  const gateway = api()
  await gateway.createReplay({ mode: 'compare' })
  expect(asked(gateway)).toEqual(['/api/replays', 'POST'])
  const { headers, body } = gateway.fetch.mock.calls[0][1]
  expect([headers['Content-Type'], body]).toEqual(['application/json', '{"mode":"compare"}'])
})

test('an order has its own address, and a body only where it says something', async () => {
  const gateway = api()
  await gateway.orderReplay('r-1234', 'pause')
  expect(asked(gateway)).toEqual(['/api/replays/r-1234/pause', 'POST'])
  const { headers, body } = gateway.fetch.mock.calls[0][1]
  expect([headers['Content-Type'], body]).toEqual([undefined, undefined])
})

test('a file travels as it is', async () => {
  const gateway = api({ chatIds: [] })
  const file = new Blob(['{"id":"a"}\n'])
  await gateway.chatIdsOf(file)
  expect(asked(gateway)).toEqual(['/api/replays/chat-ids', 'POST'])
  expect(gateway.fetch.mock.calls[0][1].body).toBe(file)
})

test.each([
  [(gateway) => gateway.comparison('r-1', 'live'), '/api/replays/r-1/comparison?with=live'],
  [
    (gateway) => gateway.flipped('r-1', { with: 'r-2', from: 'bad' }),
    '/api/replays/r-1/flipped?with=r-2&from=bad',
  ],
  [(gateway) => gateway.replayedChat('r-1', '~YS9i', 'live'), '/api/replays/r-1/chats/~YS9i?with=live'],
])('%s asks for its own address', async (ask, path) => {
  const gateway = api()
  await ask(gateway)
  expect(asked(gateway)).toEqual([path, 'GET'])
})

test('an export comes as bytes, with the token', async () => {
  const gateway = api()
  expect(await gateway.exportReplay('r-1', 'csv', 'live')).toBe('the bytes')
  expect(asked(gateway)).toEqual(['/api/replays/r-1/export?format=csv&with=live', 'GET'])
  expect(gateway.fetch.mock.calls[0][1].headers.Authorization).toBe('Bearer t')
})
