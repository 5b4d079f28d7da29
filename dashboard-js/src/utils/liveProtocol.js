/** The subprotocol the server must echo; the token travels as a second one that it never echoes. */
export const PROTOCOL = 'dictamen.v1'

/** What the gateway means by the close codes of its own; samples/close-codes.json names all that it sends. */
export const CLOSE = { expired: 4401, revoked: 4403, tooMany: 4429 }

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 30_000
const MINUTE_MS = 60_000

/** The two subprotocols of a handshake. @param {string} accessToken @returns {string[]} */
export function subprotocols(accessToken) {
  return [PROTOCOL, `bearer.${accessToken}`]
}

/** The socket's address beside the page's own. @param {string} pageAddress as location.href @returns {string} */
export function liveAddress(pageAddress) {
  const url = new URL('/ws/live', pageAddress)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

/** Parses a frame. @param {string} data @returns {?{type: string}} null for anything that is not an object with a type */
export function parseFrame(data) {
  try {
    const frame = JSON.parse(data)
    return typeof frame?.type === 'string' ? frame : null
  } catch {
    return null
  }
}

/**
 * What to do after a close: `stop` (more would not help), `refresh` (a new token first, then again) or `retry`.
 *
 * @param {number} code
 * @param {boolean} greeted whether a hello had come; a refused handshake shows as 1006 without one
 */
export function afterClose(code, greeted) {
  if (code === CLOSE.revoked || code === CLOSE.tooMany) return 'stop'
  if (code === CLOSE.expired || (code === 1006 && !greeted)) return 'refresh'
  return 'retry'
}

/** Full jitter: anywhere from 0 to 0.5 s × 2ⁿ, at most 30 s. @param {number} attempt from 0 @param {number} random 0..1 */
export function reconnectDelayMs(attempt, random) {
  return random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt)
}

/** When to renew a token: a minute before its end, at 80 % of a life under five minutes, never sooner than 1 s. */
export function renewInMs(expiresAtSeconds, nowMs) {
  const life = expiresAtSeconds * 1000 - nowMs
  return Math.max(1000, life < 5 * MINUTE_MS ? life * 0.8 : life - MINUTE_MS)
}

/** How long silence is believed: two and a half heartbeats. @param {number} heartbeatSeconds */
export function silenceLimitMs(heartbeatSeconds) {
  return heartbeatSeconds * 2500
}
