/** Silence shorter than this is conversation, not waiting. */
export const SHORTEST_WAIT_SECONDS = 60

/** From here on a wait is drawn as a long one. */
export const LONG_WAIT_SECONDS = 300

/**
 * The silence before each message that is long enough to show.
 *
 * @param {{role: string, sentAt: ?string}[]} messages in order; a message without a time tells nothing about waiting
 * @returns {(null|{seconds: number, customerWaited: boolean, isLong: boolean})[]} one entry per message
 */
export function waitsBefore(messages) {
  let previous = null
  let asking = false
  return messages.map((message) => {
    const wait = waitBetween(previous, message, asking)
    if (message.sentAt) previous = message
    if (message.role === 'customer') asking = true
    if (message.role === 'agent') asking = false
    return wait
  })
}

function waitBetween(previous, message, asking) {
  if (!previous || !message.sentAt) return null
  const seconds = (Date.parse(message.sentAt) - Date.parse(previous.sentAt)) / 1000
  if (!(seconds >= SHORTEST_WAIT_SECONDS)) return null
  return { seconds, customerWaited: asking && message.role === 'agent', isLong: seconds >= LONG_WAIT_SECONDS }
}
