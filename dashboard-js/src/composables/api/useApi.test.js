import { expect, test, vi } from 'vitest'
import { createApi } from './useApi.js'

const answer = (status, body) => ({
  ok: status < 400,
  status,
  json: async () => body,
  headers: new Headers(),
})
const session = () => ({ token: () => 't', refresh: vi.fn(async () => {}) })

test('an order is a POST at the replica’s own address', async () => {
  const fetch = vi.fn(async () => answer(202, { action: 'drain' }))
  await createApi({ session: session(), fetch }).orderReplica('gpu-1:8000', 'drain')
  const [path, { method, headers }] = fetch.mock.calls[0]
  expect([path, method]).toEqual(['/api/replicas/gpu-1%3A8000/drain', 'POST'])
  expect(headers.Authorization).toBe('Bearer t')
})

test('an order whose token has ended is given once more, as the order it is', async () => {
  const fetch = vi.fn(async () => answer(202, {})).mockResolvedValueOnce(answer(401, null))
  const own = session()
  await createApi({ session: own, fetch }).orderReplica('gpu-1:8000', 'resume')
  expect(own.refresh).toHaveBeenCalledOnce()
  expect(fetch.mock.calls.map(([, { method }]) => method)).toEqual(['POST', 'POST'])
})
