import { onScopeDispose, ref } from 'vue'

/** The time in epoch milliseconds, renewed every so often while the component lives. @param {number} everyMs */
export function useNow(everyMs) {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return now
}
