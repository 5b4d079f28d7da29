import { useQuery } from '@tanstack/vue-query'
import { useApi } from './useApi.js'

const EVERY_MS = 3000

/** How the pipeline fares, asked for again and again while the page is visible. */
export function useStatus() {
  const api = useApi()
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => api.status(signal),
    refetchInterval: EVERY_MS,
  })
}
