/** The five score words, worst first: the order of every list and picture of scores. */
export const SCORES = ['horrible', 'bad', 'neutral', 'good', 'great']

const GLYPHS = { horrible: '✕', bad: '▼', neutral: '■', good: '▲', great: '★' }

/** The sign that stands beside a score word, so that colour is never alone. @param {string} score @returns {string} */
export function scoreGlyph(score) {
  return GLYPHS[score] ?? ''
}

/** The 1-5 value of a score word, the scale CSAT uses; 0 for an unknown word. @param {string} score @returns {number} */
export function scoreValue(score) {
  return SCORES.indexOf(score) + 1
}
