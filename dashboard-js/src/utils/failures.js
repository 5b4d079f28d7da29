/** A request that did not succeed. `status` is 0 when no answer came at all. */
export class RequestFailure extends Error {
  /** @param {number} status @param {?object} problem the RFC 9457 body, where there was one @param {?number} retryAfterSeconds */
  constructor(status, problem = null, retryAfterSeconds = null) {
    super(`HTTP ${status}`)
    this.name = 'RequestFailure'
    this.status = status
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** What a person needs to know of a failure, as the last part of a locale key under `failure`. @param {unknown} error */
export function failureKind(error) {
  if (!(error instanceof RequestFailure)) return 'unexpected'
  const { status } = error
  if (status === 0 || status === 502 || status === 503 || status === 504) return 'away'
  if (status === 401) return 'unauthorized'
  if (status === 403 || status === 404) return 'notFound'
  if (status === 409) return 'conflict'
  if (status === 413) return 'tooLarge'
  if (status === 429) return 'rateLimited'
  return status === 400 || status === 422 ? 'invalid' : 'unexpected'
}

/** What the gateway says against a request, for the person who made it; empty for all that is no refusal. @param {unknown} error */
export function refusalOf(error) {
  const isRefused = ['invalid', 'conflict'].includes(failureKind(error))
  return (isRefused && error.problem?.detail) || ''
}

/** The seconds of a Retry-After header. @param {?string} header @returns {?number} null for none or a date */
export function retryAfterSeconds(header) {
  const seconds = Number.parseInt(header ?? '', 10)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null
}
