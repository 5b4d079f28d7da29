import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { LiveFeed } from './useLiveFeed.js'

/** A WebSocket of the test's own: it records what was sent and says what it is told. */
class FakeSocket {
  static OPEN = 1
  static made = []
  readyState = 1
  sent = []
  constructor(address, protocols) {
    Object.assign(this, { address, protocols })
    FakeSocket.made.push(this)
  }
  send(data) {
    this.sent.push(JSON.parse(data))
  }
  close() {
    this.readyState = 3
  }
  say(frame) {
    this.onmessage({ data: JSON.stringify(frame) })
  }
  cut(code) {
    this.onclose({ code })
  }
}

const item = (chatId, overrides = {}) => ({
  evaluationId: `e-${chatId}`,
  chatId,
  revision: 1,
  runId: 'live',
  type: 'scored',
  score: 'good',
  evaluatedAt: '2026-11-21T10:00:00Z',
  ...overrides,
})

const socket = () => FakeSocket.made.at(-1)
const hello = (cursor) => ({ type: 'hello', exp: Date.now() / 1000 + 900, heartbeatSec: 20, cursor })

let session
let feed
let snapshots
beforeEach(async () => {
  vi.useFakeTimers()
  FakeSocket.made = []
  let tokens = 1
  session = { state: ref('signed-out'), token: () => `t${tokens}`, refresh: vi.fn(async () => void tokens++) }
  const browser = {
    WebSocket: FakeSocket,
    location: { href: 'http://host/live' },
    addEventListener() {},
    setTimeout: (...args) => setTimeout(...args),
    clearTimeout: (timer) => clearTimeout(timer),
  }
  feed = new LiveFeed({ session, window: browser })
  snapshots = vi.fn()
  feed.onSnapshotNeeded(snapshots)
  session.state.value = 'signed-in'
  await nextTick()
  socket().say(hello('c0'))
})
afterEach(() => vi.useRealTimers())

const flushed = async () => {
  vi.advanceTimersByTime(250)
  await nextTick()
}

test('verdicts of the live run appear, those of a replay do not', async () => {
  socket().say({ type: 'evaluations', cursor: 'c1', items: [item('a'), item('b', { runId: 'replay-1' })] })
  await flushed()
  expect([...feed.items.value.keys()]).toEqual(['a'])
  expect(feed.ready.value).toBe(true)
})

test('while held, verdicts wait; released, they join', async () => {
  feed.held.value = true
  socket().say({ type: 'evaluations', cursor: 'c1', items: [item('a')] })
  await flushed()
  expect([feed.items.value.size, feed.waiting.value.size]).toEqual([0, 1])
  feed.held.value = false
  await nextTick()
  expect([feed.items.value.size, feed.waiting.value.size]).toEqual([1, 0])
})

test('after a cut line it resumes behind the last verdict it has, and asks for no snapshot', async () => {
  socket().say({ type: 'evaluations', cursor: 'c1', items: [item('a')] })
  socket().cut(1006)
  await flushPromises()
  expect(feed.socket.state.value).toBe('reconnecting')
  vi.advanceTimersByTime(500)
  socket().say(hello('c9'))
  expect(socket().sent).toEqual([{ type: 'resume', cursor: 'c1' }])
  expect(snapshots).not.toHaveBeenCalled()
})

test('a gap and a reset ask for a snapshot', () => {
  socket().say({ type: 'gap' })
  socket().say({ type: 'reset' })
  expect(snapshots).toHaveBeenCalledTimes(2)
})

test('an expired token is refreshed before the next try', async () => {
  socket().cut(4401)
  await flushPromises()
  vi.advanceTimersByTime(500)
  expect(session.refresh).toHaveBeenCalledOnce()
  expect(socket().protocols).toEqual(['dictamen.v1', 'bearer.t2'])
})

test('too many connections stop it until it is asked again', async () => {
  socket().cut(4429)
  await flushPromises()
  vi.advanceTimersByTime(60_000)
  expect([feed.socket.state.value, feed.socket.stoppedBy.value, FakeSocket.made.length]).toEqual([
    'stopped',
    4429,
    1,
  ])
  feed.socket.open()
  expect(FakeSocket.made.length).toBe(2)
})

test('the token is renewed on the open socket a minute before its end', async () => {
  vi.advanceTimersByTime(20_000)
  for (let beats = 0; beats < 42; beats++) {
    socket().say({ type: 'hb', cursor: 'c0' })
    vi.advanceTimersByTime(20_000)
  }
  await flushPromises()
  expect(socket().sent).toContainEqual({ type: 'auth', token: 't2' })
  expect(FakeSocket.made.length).toBe(1)
})

test('silence beyond two and a half beats is a cut line', async () => {
  vi.advanceTimersByTime(50_000)
  await flushPromises()
  expect(feed.socket.state.value).toBe('reconnecting')
})

test('signing out closes the socket for good', async () => {
  session.state.value = 'signed-out'
  await nextTick()
  socket().cut(1000)
  socket().say(hello('late'))
  vi.advanceTimersByTime(60_000)
  expect([feed.socket.state.value, FakeSocket.made.length]).toEqual(['off', 1])
})

test('unknown and broken frames do no harm', () => {
  socket().say({ type: 'constructor' })
  socket().onmessage({ data: 'not json' })
  expect(feed.socket.state.value).toBe('live')
})
