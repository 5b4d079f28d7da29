import { useQuery } from '@tanstack/vue-query'
import { isMoving } from '../../utils/replays/states.js'
import { useApi } from '../api/useApi.js'

const MOVING_MS = 2000
const STILL_MS = 10_000

/** Every replay, newest first, asked for again and again while the page is visible: more often while one moves. */
export function useReplays() {
  const api = useApi()
  return useQuery({
    queryKey: ['replays'],
    queryFn: ({ signal }) => api.replays(signal),
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? MOVING_MS : STILL_MS),
  })
}
