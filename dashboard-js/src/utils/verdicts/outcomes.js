import { SCORES, scoreValue } from './scores.js'

/** What can become of a chat, as the wall's filters name it: a score, or why there is none. */
export const OUTCOMES = [...SCORES, 'skipped', 'failed']

/** The outcome of an item: its score word, `skipped` or `failed`. @param {{type: string, score: ?string}} item */
export function outcomeOf(item) {
  return item.type === 'scored' ? item.score : item.type
}

/** The locale key that says a skip or failure reason in words. @param {{type: string, outcomeReason: ?string}} item */
export function outcomeReasonKey(item) {
  return `${item.type}Reason.${item.outcomeReason}`
}

/** Where an item stands in "worst first": scores 1-5, then what failed, then what was skipped. @returns {number} */
export function worstFirstRank(item) {
  if (item.type === 'failed') return SCORES.length + 1
  return scoreValue(item.score) || SCORES.length + 2
}

/** How many items have each outcome. @param {Iterable<object>} items @returns {Record<string, number>} */
export function countOutcomes(items) {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]))
  for (const item of items) counts[outcomeOf(item)]++
  return counts
}
