import { beforeEach, expect, test } from 'vitest'
import { createPreferences } from './usePreferences.js'

beforeEach(() => localStorage.clear())

test('starts in Spanish with the theme of the system', () => {
  createPreferences(window)
  expect(document.documentElement.lang).toBe('es')
  expect(document.documentElement.dataset.theme).toBe('system')
})

test('a choice is applied at once and kept', () => {
  const { language, theme } = createPreferences(window)
  language.value = 'en'
  theme.value = 'dark'
  expect(document.documentElement.lang).toBe('en')
  expect(createPreferences(window).theme.value).toBe('dark')
})

test('broken or foreign storage means the defaults', () => {
  localStorage.setItem('dictamen.preferences', '{"language":"xx","theme":7')
  expect(createPreferences(window).language.value).toBe('es')
})
