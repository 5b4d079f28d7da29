import { expect, test } from 'vitest'
import { belongsElsewhere, keyName } from './shortcuts.js'

const press = (key, more = {}) => ({ key, shiftKey: false, target: document.body, ...more })

test('names keys as the help writes them', () => {
  expect(keyName(press('p'))).toBe('p')
  expect(keyName(press('P'))).toBe('p')
  expect(keyName(press('R', { shiftKey: true }))).toBe('Shift+R')
  expect(keyName(press('?', { shiftKey: true }))).toBe('?')
})

test('fields, dialogs and browser commands keep their keys', () => {
  const input = document.createElement('input')
  expect(belongsElsewhere(press('p', { target: input }))).toBe(true)
  expect(belongsElsewhere(press('p', { ctrlKey: true }))).toBe(true)
  const dialog = document.createElement('dialog')
  dialog.append(document.createElement('button'))
  expect(belongsElsewhere(press('p', { target: dialog.firstChild }))).toBe(true)
  expect(belongsElsewhere(press('p'))).toBe(false)
})
