import { onMounted, onUnmounted } from 'vue'
import { belongsElsewhere, keyName } from '../../utils/shortcuts.js'
import { usePreferences } from './usePreferences.js'

/**
 * Single-key commands while the component lives; silent in fields and dialogs, and where the user switched them off.
 *
 * @param {Record<string, Function>} commands by key name, as utils/shortcuts.js writes them
 */
export function useShortcuts(commands) {
  const { shortcuts } = usePreferences()

  function onKey(event) {
    if (!shortcuts.value || belongsElsewhere(event)) return
    const name = keyName(event)
    if (!Object.hasOwn(commands, name)) return
    event.preventDefault()
    commands[name](event)
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onUnmounted(() => window.removeEventListener('keydown', onKey))
}
