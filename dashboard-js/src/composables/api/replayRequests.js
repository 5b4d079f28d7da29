const JSON_TYPE = 'application/json'
const JSONL_TYPE = 'application/x-ndjson'

/**
 * What the gateway answers on replays and the prompts that they ask with.
 *
 * @param {(path: string, how: object) => Promise} request gives the bytes where `how` accepts another type than JSON
 */
export function replayRequests(request) {
  const get = (path, signal) => request(path, { signal })
  const of = (id) => `/api/replays/${encodeURIComponent(id)}`
  const post = (path, body) =>
    request(path, { method: 'POST', ...(body && { type: JSON_TYPE, body: JSON.stringify(body) }) })

  return {
    prompts: (signal) => get('/api/prompts', signal),
    /** Live chats are asked with the prompt before this one again. */
    previousPrompt: () => post('/api/prompts/live/previous'),
    replays: (signal) => get('/api/replays', signal),
    replay: (id, signal) => get(of(id), signal),
    /** @param {object} wish as replayRequest gives it */
    createReplay: (wish) => post('/api/replays', wish),
    /** @param {'start'|'pause'|'resume'|'cancel'|'rate'|'promote'} action @param {?object} body */
    orderReplay: (id, action, body) => post(`${of(id)}/${action}`, body),
    /** The chats that a JSONL file names. @param {Blob} file */
    chatIdsOf: (file) => request('/api/replays/chat-ids', { method: 'POST', type: JSONL_TYPE, body: file }),
    /** @param {string} other `live` or a replay's id */
    comparison: (id, other, signal) =>
      get(`${of(id)}/comparison?${new URLSearchParams({ with: other })}`, signal),
    /** One page of the chats whose score is another. @param {Record<string, string>} params */
    flipped: (id, params, signal) => get(`${of(id)}/flipped?${new URLSearchParams(params)}`, signal),
    /** Both verdicts on one chat. @param {string} segment as toPathSegment gives it */
    replayedChat: (id, segment, other, signal) =>
      get(`${of(id)}/chats/${segment}?${new URLSearchParams({ with: other })}`, signal),
    /** @param {'csv'|'jsonl'} format @returns {Promise<Blob>} */
    exportReplay: (id, format, other) =>
      request(`${of(id)}/export?${new URLSearchParams({ format, with: other })}`, { accept: '*/*' }),
  }
}
