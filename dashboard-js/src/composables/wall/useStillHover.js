import { onScopeDispose, ref } from 'vue'

const FORGOTTEN_AFTER_MS = 15_000

/** Whether a pointer rests over an element; a pointer that nobody moved for a while no longer counts. */
export function useStillHover() {
  const hovering = ref(false)
  let timer = null

  function leave() {
    clearTimeout(timer)
    hovering.value = false
  }

  function move() {
    clearTimeout(timer)
    timer = setTimeout(leave, FORGOTTEN_AFTER_MS)
    hovering.value = true
  }

  onScopeDispose(leave)
  return { hovering, listeners: { pointermove: move, pointerleave: leave } }
}
