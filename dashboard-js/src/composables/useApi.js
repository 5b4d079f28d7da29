import { inject } from 'vue'
import { RequestFailure } from '../utils/failures.js'
import { failureOf } from './useSession.js'

/** The key under which the page provides its API. */
export const API = Symbol('api')

/**
 * The gateway's REST answers. A 401 means one refresh and one retry, never more.
 *
 * @param {{session: object, fetch: Function}} parts
 */
export function createApi({ session, fetch }) {
  async function ask(path, signal) {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${session.token()}` }
    return fetch(path, { headers, signal }).catch((cause) => {
      if (signal?.aborted) throw cause
      throw new RequestFailure(0)
    })
  }

  async function get(path, signal) {
    let response = await ask(path, signal)
    if (response.status === 401) {
      await session.refresh()
      response = await ask(path, signal)
    }
    if (!response.ok) throw await failureOf(response)
    return response.json()
  }

  return {
    /** One page of verdicts, newest first. @param {Record<string, string>} params */
    evaluations: (params, signal) => get(`/api/evaluations?${new URLSearchParams(params)}`, signal),
    /** A chat and its verdict. @param {string} segment as toPathSegment gives it */
    chat: (segment, signal) => get(`/api/chats/${segment}`, signal),
    ledger: (signal) => get('/api/ledger', signal),
    status: (signal) => get('/api/status', signal),
  }
}

/** The API that the page provides. */
export function useApi() {
  return inject(API)
}
