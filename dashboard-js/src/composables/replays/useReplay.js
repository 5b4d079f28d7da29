import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { isMoving } from '../../utils/replays/states.js'
import { useApi } from '../api/useApi.js'

const MOVING_MS = 2000
const STILL_MS = 10_000

/**
 * One replay, asked for again and again while the page is visible.
 *
 * @param {import('vue').Ref<?string>} id nothing is asked while there is none
 */
export function useReplay(id) {
  const api = useApi()
  return useQuery({
    queryKey: ['replay', id],
    queryFn: ({ signal }) => api.replay(id.value, signal),
    enabled: computed(() => Boolean(id.value)),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_MS : STILL_MS),
    retry: (count, failure) => count < 1 && failure.status !== 404 && failure.status !== 401,
  })
}
