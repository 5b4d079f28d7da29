import { SCORES } from '../verdicts/scores.js'

const GLYPHS = { up: '▲', down: '▼', same: '=' }
const DARKEST = 5

/** The sign of a direction; a dot where nothing can be told. @param {string} direction */
export function deltaGlyph(direction) {
  return GLYPHS[direction] ?? '·'
}

/**
 * Which way a difference goes, as far as it is shown.
 *
 * @param {?number} value
 * @param {number} digits decimals that are shown: what rounds to 0 is the same
 * @returns {'up'|'down'|'same'|'unknown'}
 */
export function directionOf(value, digits) {
  if (typeof value !== 'number') return 'unknown'
  const shown = Math.round(value * 10 ** digits)
  if (shown === 0) return 'same'
  return shown > 0 ? 'up' : 'down'
}

/** The difference of two figures; null where one is not known. @param {?number} run @param {?number} other */
export function difference(run, other) {
  return typeof run === 'number' && typeof other === 'number' ? run - other : null
}

/**
 * A shift matrix as rows of cells, worst score first.
 *
 * @param {number[][]} matrix rows: the score it is compared with, columns: the replay's
 * @returns {{score: string, total: number, cells: {score: string, count: number, share: number, shade: number, stays: boolean}[]}[]}
 */
export function matrixRows(matrix) {
  return matrix.map((counts, row) => {
    const total = sum(counts)
    const cells = counts.map((count, column) => {
      const share = total > 0 ? count / total : 0
      return { score: SCORES[column], count, share, shade: shadeOf(share), stays: row === column }
    })
    return { score: SCORES[row], total, cells }
  })
}

/** The totals below the columns of a shift matrix. @param {number[][]} matrix */
export function columnTotals(matrix) {
  return SCORES.map((_, column) => sum(matrix.map((row) => row[column])))
}

/** One of six shades; anything at all is told from nothing. @param {number} share 0 to 1 @returns {number} 0 to 5 */
function shadeOf(share) {
  return share > 0 ? Math.max(1, Math.round(share * DARKEST)) : 0
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Where the axis of shares ends: the next tenth above all intervals, of which no chats have none. @param {object[]} shares @returns {number} at most 1 */
export function axisEnd(shares) {
  const highest = Math.max(0.1, ...shares.flatMap(({ with: other, run }) => [other.high ?? 0, run.high ?? 0]))
  return Math.min(1, Math.ceil(highest * 10 - 1e-9) / 10)
}

/** The runs that one can be compared with: the live one, then other replays that have outcomes. */
export function comparable(replays, id) {
  return replays.filter((replay) => replay.id !== id && replay.done > 0)
}
