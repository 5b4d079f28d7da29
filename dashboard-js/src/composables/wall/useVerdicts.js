import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { countOutcomes } from '../../utils/verdicts/outcomes.js'
import { matchesFilters, sortVerdicts } from '../../utils/verdicts/verdicts.js'
import { serverParams } from '../../utils/verdicts/wallFilters.js'
import { useApi } from '../api/useApi.js'
import { useLiveFeed } from '../live/useLiveFeed.js'

const PAGE_SIZE = 100

/**
 * The wall's rows: what requests brought and what the socket adds, filtered and in order.
 *
 * @param {import('vue').Ref<object>} filters as utils/verdicts/wallFilters.js reads them
 */
export function useVerdicts(filters) {
  const api = useApi()
  const feed = useLiveFeed()
  const params = computed(() => serverParams(filters.value))

  const query = useInfiniteQuery({
    queryKey: ['evaluations', params],
    queryFn: ({ pageParam, signal }) =>
      api.evaluations({ limit: PAGE_SIZE, ...params.value, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled: feed.ready,
  })
  watch(query.data, (data) => data && feed.add(data.pages.flatMap((page) => page.items)), { immediate: true })

  const passing = (items) => [...items.values()].filter((item) => matchesFilters(item, filters.value))
  const rows = computed(() => sortVerdicts(passing(feed.items.value), filters.value.order))
  const counts = computed(() => {
    const others = { ...filters.value, outcomes: [] }
    return countOutcomes([...feed.items.value.values()].filter((item) => matchesFilters(item, others)))
  })
  const waitingCount = computed(() => passing(feed.waiting.value).length)
  return { rows, counts, waitingCount, query }
}
