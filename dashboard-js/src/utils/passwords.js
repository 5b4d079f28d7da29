/** The fewest characters of a new password; the gateway asks for the same. */
export const SHORTEST_PASSWORD = 12

/**
 * What is wrong with a change of password before anybody is asked, as a locale key under `settings`.
 *
 * @param {{current: string, next: string, repeated: string}} fields
 * @returns {?string} null when nothing is
 */
export function passwordProblem({ current, next, repeated }) {
  if ([...next].length < SHORTEST_PASSWORD) return 'tooShort'
  if (next !== repeated) return 'different'
  return next === current ? 'same' : null
}
