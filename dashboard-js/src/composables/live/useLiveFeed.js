import { inject, ref, shallowRef, watch } from 'vue'
import { mergeVerdicts } from '../../utils/verdicts/verdicts.js'
import { LiveSocket } from './LiveSocket.js'

/** The key under which the page provides its live feed. */
export const LIVE_FEED = Symbol('live feed')

/** How many chats the wall keeps; older ones are a request away. */
export const KEPT_CHATS = 2000

const FLUSH_MS = 250
const SNAPSHOT_WITHOUT_SOCKET_MS = 1500

/**
 * The verdicts of the session, one per chat, alive while somebody is signed in whatever page is shown. While `held`, what
 * arrives stays in `waiting` so that nothing moves under the reader.
 */
export class LiveFeed {
  items = shallowRef(new Map())
  waiting = shallowRef(new Map())
  /** The chats that came last, for a moment of highlight. */
  fresh = shallowRef(new Set())
  held = ref(false)
  /** Whether a snapshot asked for now overlaps the socket, so that nothing falls between them. */
  ready = ref(false)
  socket
  #window
  #arrived = []
  #flushTimer = null
  #snapshotListeners = []

  /** @param {{session: object, window: Window}} browser */
  constructor({ session, window }) {
    this.#window = window
    this.socket = new LiveSocket(
      { session, window },
      {
        items: (batch) => this.#receive(batch),
        hello: (resumes) => this.#greeted(resumes),
        snapshotNeeded: () => this.#needSnapshot(),
      },
    )
    watch(this.held, (isHeld) => !isHeld && this.release())
    watch(session.state, (state) => this.#follow(state))
    window.addEventListener('online', () => this.socket.hurry())
  }

  /** Adds verdicts that a request brought. @param {object[]} batch */
  add(batch) {
    this.items.value = mergeVerdicts(this.items.value, batch, KEPT_CHATS)
  }

  /** Lets what waits join. */
  release() {
    if (this.waiting.value.size === 0) return
    this.fresh.value = new Set(this.waiting.value.keys())
    this.add([...this.waiting.value.values()])
    this.waiting.value = new Map()
  }

  /** Forgets everything: another user may sign in next. */
  clear() {
    this.#arrived = []
    this.items.value = new Map()
    this.waiting.value = new Map()
    this.fresh.value = new Set()
    this.ready.value = false
  }

  /** @param {Function} listener told when only a new snapshot makes the list whole again */
  onSnapshotNeeded(listener) {
    this.#snapshotListeners.push(listener)
  }

  #receive(batch) {
    this.#arrived.push(...batch.filter((item) => item.runId === 'live'))
    if (this.#flushTimer === null) this.#flushTimer = this.#window.setTimeout(() => this.#flush(), FLUSH_MS)
  }

  #flush() {
    const batch = this.#arrived
    this.#arrived = []
    this.#flushTimer = null
    if (this.held.value) {
      this.waiting.value = mergeVerdicts(this.waiting.value, batch, KEPT_CHATS)
      return
    }
    this.fresh.value = new Set(batch.map((item) => item.chatId))
    this.add(batch)
  }

  #greeted(resumes) {
    if (this.ready.value && !resumes) this.#needSnapshot()
    this.ready.value = true
  }

  #needSnapshot() {
    this.#snapshotListeners.forEach((listener) => listener())
  }

  #follow(state) {
    if (state !== 'signed-in') return this.socket.close({ forget: state === 'signed-out' })
    this.socket.open()
    this.#window.setTimeout(() => (this.ready.value = true), SNAPSHOT_WITHOUT_SOCKET_MS)
  }
}

/** The feed that the page provides. @returns {LiveFeed} */
export function useLiveFeed() {
  return inject(LIVE_FEED)
}
