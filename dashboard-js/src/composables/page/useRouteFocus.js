import { nextTick } from 'vue'
import { useRouter } from 'vue-router'

/** After a change of page the focus is at the new content, as it would be after a full load. */
export function useRouteFocus() {
  useRouter().afterEach(async (to, from) => {
    if (from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    document.getElementById('content')?.focus({ preventScroll: true })
  })
}
