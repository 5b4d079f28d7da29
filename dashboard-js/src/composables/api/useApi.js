import { inject } from 'vue'
import { RequestFailure } from '../../utils/failures.js'
import { failureOf } from '../session/useSession.js'
import { replayRequests } from './replayRequests.js'

/** The key under which the page provides its API. */
export const API = Symbol('api')

/**
 * The gateway's REST answers. A 401 means one refresh and one retry, never more.
 *
 * @param {{session: object, fetch: Function}} parts
 */
export function createApi({ session, fetch }) {
  async function ask(path, { signal, method = 'GET', accept = 'application/json', type, body }) {
    const headers = { Accept: accept, Authorization: `Bearer ${session.token()}` }
    if (type) headers['Content-Type'] = type
    return fetch(path, { method, headers, signal, body }).catch((cause) => {
      if (signal?.aborted) throw cause
      throw new RequestFailure(0)
    })
  }

  async function request(path, how) {
    let response = await ask(path, how)
    if (response.status === 401) {
      await session.refresh()
      response = await ask(path, how)
    }
    if (!response.ok) throw await failureOf(response)
    return how.accept ? response.blob() : response.json()
  }

  const get = (path, signal) => request(path, { signal })

  return {
    ...replayRequests(request),
    /** One page of verdicts, newest first. @param {Record<string, string>} params */
    evaluations: (params, signal) => get(`/api/evaluations?${new URLSearchParams(params)}`, signal),
    /** A chat and its verdict. @param {string} segment as toPathSegment gives it */
    chat: (segment, signal) => get(`/api/chats/${segment}`, signal),
    ledger: (signal) => get('/api/ledger', signal),
    status: (signal) => get('/api/status', signal),
    replicas: (signal) => get('/api/replicas', signal),
    /** @param {string} replica host:port @param {'drain'|'resume'} action */
    orderReplica: (replica, action) =>
      request(`/api/replicas/${encodeURIComponent(replica)}/${action}`, { method: 'POST' }),
  }
}

/** The API that the page provides. */
export function useApi() {
  return inject(API)
}
