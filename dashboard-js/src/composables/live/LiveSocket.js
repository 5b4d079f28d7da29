import { ref } from 'vue'
import {
  afterClose,
  CLOSE,
  liveAddress,
  parseFrame,
  reconnectDelayMs,
  renewInMs,
  silenceLimitMs,
  subprotocols,
} from '../../utils/liveProtocol.js'
import { Timers } from './Timers.js'

const HEARTBEAT_SECONDS = 20

/**
 * One authenticated socket that outlives tokens and cut lines: it renews in-band, resumes after the last cursor it
 * handled, and reconnects with jitter.
 *
 * `state` is `off`, `connecting`, `live`, `reconnecting` or `stopped` (`stoppedBy` holds the close code).
 */
export class LiveSocket {
  state = ref('off')
  stoppedBy = ref(null)
  lastHeardAt = ref(null)
  #session
  #window
  #on
  #timers
  #socket = null
  #cursor = null
  #greeted = false
  #attempt = 0
  #silenceMs = silenceLimitMs(HEARTBEAT_SECONDS)

  /** What each frame of the server does. */
  #handlers = {
    hello: (frame) => this.#greet(frame),
    hb: (frame) => this.#moveTo(frame.cursor),
    auth_ok: (frame) => this.#planRenewal(frame.exp),
    gap: () => this.#on.snapshotNeeded(),
    reset: () => {
      this.#cursor = null
      this.#on.snapshotNeeded()
    },
    evaluations: (frame) => {
      this.#on.items(frame.items ?? [])
      this.#moveTo(frame.cursor)
    },
  }

  /**
   * @param {{session: object, window: Window}} browser
   * @param {{items: Function, hello: Function, snapshotNeeded: Function}} on what to tell: verdicts, a greeting (and
   *     whether it resumes), a hole in the stream that only a new snapshot fills
   */
  constructor({ session, window }, on) {
    this.#session = session
    this.#window = window
    this.#on = on
    this.#timers = new Timers(window)
  }

  open() {
    if (this.state.value === 'reconnecting') return this.hurry()
    if (this.state.value !== 'off' && this.state.value !== 'stopped') return
    this.state.value = 'connecting'
    this.stoppedBy.value = null
    this.#connect()
  }

  /** @param {{forget: boolean}} how whether the place in the stream is forgotten too */
  close({ forget }) {
    this.state.value = 'off'
    if (forget) this.#cursor = null
    this.#timers.stopAll()
    this.#socket?.close(1000)
    this.#socket = null
  }

  /** The network is back: does not wait for the timer. */
  hurry() {
    if (this.state.value === 'reconnecting') this.#connectIn(0)
  }

  #connect() {
    this.#greeted = false
    const { WebSocket, location } = this.#window
    const socket = new WebSocket(liveAddress(location.href), subprotocols(this.#session.token()))
    socket.onmessage = (event) => socket === this.#socket && this.#hear(event.data)
    socket.onclose = (event) => socket === this.#socket && this.#closed(event.code)
    this.#socket = socket
  }

  #connectIn(delayMs) {
    this.#timers.plan('connect', delayMs, () => {
      if (this.#session.state.value === 'signed-in') this.#connect()
    })
  }

  #hear(data) {
    this.lastHeardAt.value = Date.now()
    this.#timers.plan('silence', this.#silenceMs, () => this.#leaveSilentSocket())
    const frame = parseFrame(data)
    if (frame && Object.hasOwn(this.#handlers, frame.type)) this.#handlers[frame.type](frame)
  }

  #greet({ exp, heartbeatSec, cursor }) {
    const resumes = this.#cursor !== null
    this.#greeted = true
    this.#attempt = 0
    this.#silenceMs = silenceLimitMs(heartbeatSec ?? HEARTBEAT_SECONDS)
    this.state.value = 'live'
    this.#planRenewal(exp)
    if (resumes) this.#send({ type: 'resume', cursor: this.#cursor })
    else this.#moveTo(cursor)
    this.#on.hello(resumes)
  }

  #moveTo(cursor) {
    this.#cursor = cursor ?? this.#cursor
  }

  #send(message) {
    if (this.#socket?.readyState === this.#window.WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #planRenewal(expiresAtSeconds) {
    this.#timers.plan('renewal', renewInMs(expiresAtSeconds, Date.now()), async () => {
      await this.#session.refresh().catch(() => null)
      if (this.#session.token()) this.#send({ type: 'auth', token: this.#session.token() })
    })
  }

  /** A half-dead line may take minutes to report its close, so it is left behind at once. */
  #leaveSilentSocket() {
    const silent = this.#socket
    this.#socket = null
    silent.close()
    this.#closed(1006)
  }

  async #closed(code) {
    this.#timers.stopAll()
    if (this.state.value === 'off') return
    const next = afterClose(code, this.#greeted)
    if (next === 'stop') return this.#stop(code)
    this.state.value = 'reconnecting'
    if (next === 'refresh') await this.#session.refresh().catch(() => null)
    if (this.state.value === 'reconnecting') this.#connectIn(reconnectDelayMs(this.#attempt++, Math.random()))
  }

  #stop(code) {
    this.state.value = 'stopped'
    this.stoppedBy.value = code
    if (code === CLOSE.revoked) this.#session.refresh().catch(() => null)
  }
}
