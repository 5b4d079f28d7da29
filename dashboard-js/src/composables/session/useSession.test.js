import { beforeEach, expect, test, vi } from 'vitest'
import { createApi } from '../api/useApi.js'
import { Session } from './useSession.js'

const USER = { username: 'ana', displayName: 'Ana', role: 'supervisor', teams: [] }

/** A gateway that counts its refreshes and knows which access token is valid. */
function fakeGateway() {
  const gateway = { refreshes: 0, valid: 't0', cookie: true, calls: [], down: false }
  gateway.fetch = async (path, { headers } = {}) => {
    gateway.calls.push(path)
    if (gateway.down) throw new TypeError('connection refused')
    if (path === '/api/auth/login') return session(gateway)
    if (path === '/api/auth/logout') return new Response(null, { status: 204 })
    if (path === '/api/auth/refresh')
      return gateway.cookie ? session(gateway, ++gateway.refreshes) : problem(401)
    return headers.Authorization === `Bearer ${gateway.valid}` ? Response.json({ closed: 7 }) : problem(401)
  }
  return gateway
}

function session(gateway, number = 0) {
  gateway.valid = `t${number}`
  return Response.json({ accessToken: gateway.valid, expiresAt: '2026-11-21T12:00:00Z', user: USER })
}

const problem = (status) => Response.json({ status }, { status, headers: { 'Retry-After': '12' } })

let gateway
let signedIn
beforeEach(() => {
  localStorage.clear()
  gateway = fakeGateway()
  signedIn = new Session({ fetch: gateway.fetch, locks: null, storage: localStorage })
})

test('the token is in no storage', async () => {
  await signedIn.signIn('ana', 'secret')
  expect(signedIn.state.value).toBe('signed-in')
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('t0')
})

test('a first visit asks the gateway for nothing', async () => {
  await signedIn.restore()
  expect(gateway.calls).toEqual([])
  expect(signedIn.state.value).toBe('signed-out')
})

test('a later visit takes the session up through the cookie', async () => {
  localStorage.setItem('dictamen.signed-in', '1')
  await signedIn.restore()
  expect(signedIn.user.value).toEqual(USER)
})

test('a gateway that is away is not a sign-out', async () => {
  localStorage.setItem('dictamen.signed-in', '1')
  gateway.down = true
  await signedIn.restore()
  expect(signedIn.state.value).toBe('away')
})

test('an expired token costs one refresh and one retry, however many ask at once', async () => {
  await signedIn.signIn('ana', 'secret')
  gateway.valid = 'another'
  const api = createApi({ session: signedIn, fetch: gateway.fetch })
  const answers = await Promise.all([api.ledger(), api.ledger(), api.ledger()])
  expect(answers).toEqual(Array(3).fill({ closed: 7 }))
  expect(gateway.refreshes).toBe(1)
})

test('a refused refresh ends the session and keeps the page', async () => {
  await signedIn.signIn('ana', 'secret')
  Object.assign(gateway, { valid: 'another', cookie: false })
  const api = createApi({ session: signedIn, fetch: gateway.fetch })
  await expect(api.ledger()).rejects.toMatchObject({ status: 401, retryAfterSeconds: 12 })
  expect(signedIn.state.value).toBe('expired')
})

test('refreshes take turns through the lock of all tabs', async () => {
  const locks = { request: vi.fn((name, work) => work()) }
  await new Session({ fetch: gateway.fetch, locks, storage: localStorage }).refresh()
  expect(locks.request).toHaveBeenCalledWith('dictamen-refresh', expect.any(Function))
})

test('signing out forgets user and hint and tells who listens', async () => {
  const ended = vi.fn()
  signedIn.onEnd(ended)
  await signedIn.signIn('ana', 'secret')
  await signedIn.signOut()
  expect(signedIn.user.value).toBeNull()
  expect(localStorage.getItem('dictamen.signed-in')).toBeNull()
  expect(ended).toHaveBeenCalledOnce()
})

test('nothing is renewed while somebody signs out', async () => {
  await signedIn.signIn('ana', 'secret')
  const ending = signedIn.signOut()
  const refreshes = gateway.refreshes
  await expect(signedIn.refresh()).rejects.toMatchObject({ status: 401 })
  await ending
  expect(gateway.refreshes).toBe(refreshes)
})
