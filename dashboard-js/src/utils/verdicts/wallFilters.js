import { OUTCOMES } from './outcomes.js'
import { SCORES } from './scores.js'

const ORDERS = ['newest', 'worst']

/** Reads the wall's filters from the address; what is unknown is ignored. @param {Record<string, string>} query */
export function filtersFromQuery(query) {
  return {
    outcomes: OUTCOMES.filter((outcome) => text(query.score).split(',').includes(outcome)),
    agent: text(query.agent),
    team: text(query.team),
    text: text(query.q),
    order: ORDERS.includes(query.order) ? query.order : 'newest',
  }
}

/** Writes the filters to the address; what is at its default is left out. @returns {Record<string, string>} */
export function queryFromFilters({ outcomes, agent, team, text: q, order }) {
  const all = { score: outcomes.join(','), agent, team, q, order: order === 'newest' ? '' : order }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
}

/**
 * The part of the filters that GET /api/evaluations understands. Scores and missing verdicts exclude each other there,
 * so a mixture of both is left to the page.
 */
export function serverParams({ outcomes, agent, team }) {
  const scores = outcomes.filter((outcome) => SCORES.includes(outcome))
  const types = outcomes.filter((outcome) => !SCORES.includes(outcome))
  const all = {
    score: types.length === 0 ? scores.join(',') : '',
    type: scores.length === 0 && types.length === 1 ? types[0] : '',
    agent,
    team,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
}

function text(value) {
  return typeof value === 'string' ? value : ''
}
