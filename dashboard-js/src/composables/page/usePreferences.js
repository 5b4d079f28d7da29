import { inject, ref, watch } from 'vue'
import { LANGUAGES } from '../../i18n.js'

/** The themes; `system` follows the machine. */
export const THEMES = ['system', 'light', 'dark']

/** The key under which the page provides its preferences. */
export const PREFERENCES = Symbol('preferences')

const STORAGE_KEY = 'dictamen.preferences'

/** What this browser's user prefers: language, theme, single-key shortcuts. Kept in localStorage, applied to the document at once. */
export function createPreferences({ localStorage, document }) {
  const stored = readStored(localStorage)
  const language = ref(oneOf(LANGUAGES, stored.language))
  const theme = ref(oneOf(THEMES, stored.theme))
  const shortcuts = ref(stored.shortcuts !== false)
  watch(
    [language, theme, shortcuts],
    () => {
      document.documentElement.lang = language.value
      document.documentElement.dataset.theme = theme.value
      const current = { language: language.value, theme: theme.value, shortcuts: shortcuts.value }
      localStorage.setItem(STORAGE_KEY, JSON.stringify(current))
    },
    { immediate: true, flush: 'sync' },
  )
  return { language, theme, shortcuts }
}

/** The preferences that the page provides. */
export function usePreferences() {
  return inject(PREFERENCES)
}

function oneOf(allowed, value) {
  return allowed.includes(value) ? value : allowed[0]
}

function readStored(localStorage) {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {}
  } catch {
    return {}
  }
}
