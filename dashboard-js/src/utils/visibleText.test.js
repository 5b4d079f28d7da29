import { expect, test } from 'vitest'
import { visibleText } from './visibleText.js'

test('ordinary text, emoji, right-to-left letters and line breaks stay as they are', () => {
  const text = 'Hola 👩‍💻\n\tשלום مرحبا'
  expect(visibleText(text)).toBe(text)
})

test('control characters become visible', () => {
  expect(visibleText('a\u0000b\u001b[31m\u007f\u0085')).toBe('a␀b␛[31m␡⟨U+0085⟩')
})

test('a direction override cannot disguise what follows', () => {
  expect(visibleText('factura\u202Efdp.exe')).toBe('factura⟨U+202E⟩fdp.exe')
})

test('markup is text like any other', () => {
  expect(visibleText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>')
})

test('no text is the empty text', () => {
  expect(visibleText(null)).toBe('')
})
