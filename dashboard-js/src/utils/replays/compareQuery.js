import { SCORES } from '../verdicts/scores.js'

const REPLAY = /^r-[a-z0-9-]{4,40}$/

/** The run that others are compared with unless somebody chooses. */
export const LIVE = 'live'

/**
 * What a replay's page is asked to show, from its address; what is unknown is ignored.
 *
 * @param {Record<string, string>} query
 * @returns {{with: string, from: string, to: string}} a run, and the two scores of a flip or '' for any
 */
export function compareFromQuery(query) {
  return {
    with: REPLAY.test(query.with) ? query.with : LIVE,
    from: SCORES.includes(query.from) ? query.from : '',
    to: SCORES.includes(query.to) ? query.to : '',
  }
}

/** The same as an address; what is at its default is left out. @returns {Record<string, string>} */
export function queryFromCompare({ with: other, from, to }) {
  const all = { with: other === LIVE ? '' : other, from, to }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
}
