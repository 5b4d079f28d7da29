const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/**
 * A chat id as one safe path segment: plain ids as they are, any other as `~` and base64url of its UTF-8 bytes.
 *
 * @param {string} chatId
 * @returns {string} only characters that need no escaping in an address
 */
export function toPathSegment(chatId) {
  if (PLAIN.test(chatId)) return chatId
  const bytes = String.fromCharCode(...new TextEncoder().encode(chatId))
  return '~' + btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The chat id that a path segment stands for. @param {string} segment @returns {?string} null when it stands for none */
export function fromPathSegment(segment) {
  if (!segment.startsWith('~')) return segment
  try {
    const binary = atob(segment.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)))
  } catch {
    return null
  }
}
