import { readonly, ref } from 'vue'

const message = ref('')

/** The page's one polite live region: `announce` says something to who listens rather than looks. */
export function useAnnouncer() {
  return { message: readonly(message), announce: (words) => (message.value = words) }
}
