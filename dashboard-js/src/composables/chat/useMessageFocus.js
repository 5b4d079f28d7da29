import { ref } from 'vue'

/**
 * Walking through the messages of a chat: scrolls to one, focuses it, and writes `#m-12` to the address.
 *
 * @param {import('vue').Ref<number[]>} keyMessages the stops of `step`
 */
export function useMessageFocus(keyMessages) {
  const current = ref(-1)

  function goTo(index) {
    const element = document.getElementById(`m-${index}`)
    if (!element) return
    current.value = keyMessages.value.indexOf(index)
    window.history.replaceState(window.history.state, '', `#m-${index}`)
    element.scrollIntoView({ block: 'center' })
    element.focus({ preventScroll: true })
  }

  function step(by) {
    const count = keyMessages.value.length
    if (count === 0) return
    const from = current.value < 0 && by < 0 ? 0 : current.value
    goTo(keyMessages.value[(from + by + count) % count])
  }

  /** From a message to its entry in the verdict card; `scope` tells which card, where there are several. */
  function goBack(index, scope = '') {
    document.getElementById(`${scope}key-${index}`)?.focus()
  }

  return { goTo, goBack, step }
}
