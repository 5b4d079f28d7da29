import { ref } from 'vue'

/** Whether the keyboard's focus is inside an element; a click that leaves focus behind does not count. */
export function useFocusWithin() {
  const within = ref(false)
  const listeners = {
    focusin: ({ target }) => (within.value = target.matches(':focus-visible')),
    focusout: () => (within.value = false),
  }
  return { within, listeners }
}
