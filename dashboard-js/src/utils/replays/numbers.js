/** A number as people type it, comma or point before the decimals. @param {string} text @returns {number} NaN for none */
export function numberOf(text) {
  const plain = text.trim().replace(',', '.')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN
}

/** A whole number as people type it, with or without groups: `1240`, `1.240`, `1 240`. @returns {number} NaN for none */
export function countOf(text) {
  const plain = text.trim()
  const isGrouped = /^\d{1,3}([., \u00a0\u202f]\d{3})+$/.test(plain)
  return isGrouped || /^\d+$/.test(plain) ? Number(plain.replace(/\D/g, '')) : NaN
}
