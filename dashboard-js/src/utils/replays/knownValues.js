/**
 * What chats are known to have, for suggestions: only what somebody has.
 *
 * @param {object[]} items verdicts as GET /api/evaluations gives them
 * @returns {Record<string, {value: string, label: string}[]>} by the filter of a replay, each in order
 */
export function knownValues(items) {
  return {
    teams: known(items, ({ team }) => [team, team]),
    agents: known(items, ({ agentId, agentName }) => [agentId ?? agentName, agentName ?? agentId]),
    channels: known(items, ({ channel }) => [channel, channel]),
    languages: known(items, ({ language }) => [language, language]),
    sources: [],
  }
}

function known(items, entryOf) {
  const labels = new Map(items.map(entryOf).filter(([value]) => value))
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/**
 * The topics that hold closed chats: those that two groups read, one to judge their chats and one to store them.
 *
 * @param {{topic: string, group: string}[]} lags as GET /api/status gives them
 * @returns {string[]}
 */
export function historyTopics(lags) {
  const topics = lags.map(({ topic }) => topic)
  return [...new Set(topics)].filter((topic) => topics.indexOf(topic) !== topics.lastIndexOf(topic))
}
