import { agentKey } from './verdicts.js'

/**
 * The agents seen in some verdicts, by name, for a selection.
 *
 * @param {Iterable<object>} items
 * @param {string} chosen the key that the address names; listed though nobody has it
 * @returns {{key: string, name: string}[]}
 */
export function agentChoices(items, chosen) {
  const names = new Map(chosen ? [[chosen, chosen]] : [])
  for (const item of items) if (agentKey(item)) names.set(agentKey(item), item.agentName ?? item.agentId)
  return [...names].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name))
}

/** The teams seen in some verdicts, in order, the chosen one among them. @returns {string[]} */
export function teamChoices(items, chosen) {
  const teams = new Set(chosen ? [chosen] : [])
  for (const { team } of items) if (team) teams.add(team)
  return [...teams].sort((a, b) => a.localeCompare(b))
}
