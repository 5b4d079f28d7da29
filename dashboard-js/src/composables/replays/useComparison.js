import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, watch } from 'vue'
import { queryFromCompare } from '../../utils/replays/compareQuery.js'
import { hasOutcomes } from '../../utils/replays/states.js'
import { useApi } from '../api/useApi.js'

const RUNNING_MS = 10_000
const STORED_AFTER_MS = 4000
const PAGE_SIZE = 20

/**
 * A replay beside another run, and page by page the chats whose score is another; asked for again while it runs and, since
 * verdicts are stored a moment after they are counted, once more after it finished.
 *
 * @param {import('vue').Ref<?object>} replay nothing is asked before it has an outcome
 * @param {import('vue').Ref<{with: string, from: string, to: string}>} chosen as compareFromQuery reads it
 */
export function useComparison(replay, chosen) {
  const api = useApi()
  const id = computed(() => replay.value?.id)
  const other = computed(() => chosen.value.with)
  const enabled = computed(() => Boolean(replay.value && hasOutcomes(replay.value)))
  const comparison = useQuery({
    queryKey: ['comparison', id, other],
    queryFn: ({ signal }) => api.comparison(id.value, other.value, signal),
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: computed(() => (replay.value?.state === 'running' ? RUNNING_MS : false)),
  })
  const params = computed(() => ({ ...queryFromCompare(chosen.value), with: other.value, limit: PAGE_SIZE }))
  const flipped = useInfiniteQuery({
    queryKey: ['flipped', id, params],
    queryFn: ({ pageParam, signal }) =>
      api.flipped(id.value, { ...params.value, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled,
  })
  whenFinished(replay, () => Promise.all([comparison.refetch(), flipped.refetch()]))
  return { comparison, flipped }
}

function whenFinished(replay, refresh) {
  let timer
  watch(
    () => replay.value?.state,
    (now, before) => {
      if (now !== 'finished' || !before) return
      refresh()
      timer = setTimeout(refresh, STORED_AFTER_MS)
    },
  )
  onScopeDispose(() => clearTimeout(timer))
}
