const CONTROL_PICTURES = 0x2400
const DELETE_PICTURE = '\u2421'

/**
 * Untrusted text with nothing removed and nothing hidden: control characters become their pictures (U+2400…), and the two
 * characters that turn the reading direction against the letters are spelled out. Line breaks and tabs stay.
 *
 * @param {?string} text
 * @returns {string} for text interpolation only
 */
export function visibleText(text) {
  // eslint-disable-next-line no-control-regex
  return (text ?? '').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/g, picture)
}

function picture(character) {
  const code = character.codePointAt(0)
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code)
  if (code === 0x7f) return DELETE_PICTURE
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
