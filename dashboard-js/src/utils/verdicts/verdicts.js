import { outcomeOf, worstFirstRank } from './outcomes.js'

/**
 * Newer wins: by revision, then a final outcome over a provisional verdict, then by the time of evaluation.
 *
 * @returns {boolean} whether `candidate` replaces `current`
 */
export function isNewer(candidate, current) {
  if (candidate.revision !== current.revision) return candidate.revision > current.revision
  if (isFinal(candidate) !== isFinal(current)) return isFinal(candidate)
  return Date.parse(candidate.evaluatedAt) > Date.parse(current.evaluatedAt)
}

/** Whether nothing more is to come for this revision. A failed chat may still show the provisional verdict it had. */
export function isFinal(item) {
  return !item.provisional || item.type === 'failed'
}

/** What is shown once `item` replaces `known`: a failure leaves the provisional verdict of its revision to be seen. */
function shownAfter(known, item) {
  if (item.type !== 'failed' || !known?.provisional || known.revision !== item.revision) return item
  const { score, reason, improvement, keyMessages, flags } = known
  return { ...item, score, reason, improvement, keyMessages, flags, provisional: true }
}

/**
 * The verdicts after more arrived: one per chat, the newer one. The same verdict twice changes nothing.
 *
 * @param {Map<string, object>} current by chat id; left as it is
 * @param {object[]} incoming in any order, repetitions allowed
 * @param {number} limit how many chats to keep; the ones evaluated longest ago go first
 * @returns {Map<string, object>} `current` itself when nothing changed
 */
export function mergeVerdicts(current, incoming, limit) {
  const merged = new Map(current)
  let changed = false
  for (const item of incoming) {
    const known = merged.get(item.chatId)
    if (known && !isNewer(item, known)) continue
    merged.set(item.chatId, shownAfter(known, item))
    changed = true
  }
  return changed ? keepNewest(merged, limit) : current
}

function keepNewest(verdicts, limit) {
  if (verdicts.size <= limit) return verdicts
  const kept = [...verdicts.values()].sort(byEvaluation).slice(0, limit)
  return new Map(kept.map((item) => [item.chatId, item]))
}

function byEvaluation(a, b) {
  return Date.parse(b.evaluatedAt) - Date.parse(a.evaluatedAt)
}

/** A sorted copy. @param {Iterable<object>} items @param {'newest'|'worst'} order @returns {object[]} */
export function sortVerdicts(items, order) {
  const compare =
    order === 'worst' ? (a, b) => worstFirstRank(a) - worstFirstRank(b) || byEvaluation(a, b) : byEvaluation
  return [...items].sort(compare)
}

/**
 * Whether an item passes the wall's filters; an empty filter lets everything pass.
 *
 * @param {object} item
 * @param {{outcomes: string[], agent: string, team: string, text: string}} filters
 */
export function matchesFilters(item, { outcomes, agent, team, text }) {
  if (outcomes.length > 0 && !outcomes.includes(outcomeOf(item))) return false
  if (agent && agentKey(item) !== agent) return false
  if (team && item.team !== team) return false
  return !text || searchable(item).includes(fold(text))
}

/** What identifies an agent in filters: the id, or the name where a source has no ids. @returns {?string} */
export function agentKey(item) {
  return item.agentId ?? item.agentName
}

function searchable(item) {
  return fold(
    [item.chatId, item.agentName, item.team, item.reason, item.improvement].filter(Boolean).join(' '),
  )
}

function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
