import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { filtersFromQuery, queryFromFilters } from '../../utils/verdicts/wallFilters.js'

/** The wall's filters; the address is where they live, so that a view can be shared and reloaded. */
export function useWallFilters() {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => filtersFromQuery(route.query))

  function change(part) {
    router.replace({ query: queryFromFilters({ ...filters.value, ...part }) })
  }

  return { filters, change, clear: () => router.replace({ query: {} }) }
}
