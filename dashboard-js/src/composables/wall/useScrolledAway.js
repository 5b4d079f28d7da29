import { onMounted, onUnmounted, ref } from 'vue'

const AWAY_PX = 160

/** Whether the reader has scrolled away from the page's top, where new rows come in. */
export function useScrolledAway() {
  const away = ref(false)
  const check = () => (away.value = window.scrollY > AWAY_PX)
  onMounted(() => {
    check()
    window.addEventListener('scroll', check, { passive: true })
  })
  onUnmounted(() => window.removeEventListener('scroll', check))
  return away
}
