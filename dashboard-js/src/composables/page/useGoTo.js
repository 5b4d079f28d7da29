import { useRouter } from 'vue-router'
import { useShortcuts } from './useShortcuts.js'

const PLACES = { l: 'live', f: 'sources', r: 'replicas', e: 'replays', s: 'settings' }
const PATIENCE_MS = 1200

/** `G` and then a letter goes to a page. */
export function useGoTo() {
  const router = useRouter()
  let askedAt = -Infinity

  function go(place) {
    if (performance.now() - askedAt < PATIENCE_MS) router.push({ name: PLACES[place] })
  }

  useShortcuts({
    g: () => (askedAt = performance.now()),
    l: () => go('l'),
    f: () => go('f'),
    r: () => go('r'),
    e: () => go('e'),
    s: () => go('s'),
  })
}
