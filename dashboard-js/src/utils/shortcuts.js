const FIELDS = ['INPUT', 'SELECT', 'TEXTAREA']

/** The name of a pressed key as shortcut tables write it: `p`, `Shift+R`, `?`. @param {KeyboardEvent} event */
export function keyName(event) {
  const isLetter = /^[a-z]$/i.test(event.key)
  return event.shiftKey && isLetter
    ? `Shift+${event.key.toUpperCase()}`
    : isLetter
      ? event.key.toLowerCase()
      : event.key
}

/** Whether a key press belongs to a field, a dialog or the browser, and is no shortcut. @param {KeyboardEvent} event */
export function belongsElsewhere(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  const { target } = event
  return (
    FIELDS.includes(target?.tagName) ||
    target?.isContentEditable === true ||
    Boolean(target?.closest?.('dialog'))
  )
}
