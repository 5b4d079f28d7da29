import { useMutation, useQuery } from '@tanstack/vue-query'
import { useApi } from './useApi.js'

const EVERY_MS = 2000

/** The replicas, asked for again and again while the page is visible, and `order` to drain or resume one. */
export function useReplicas() {
  const api = useApi()
  const query = useQuery({
    queryKey: ['replicas'],
    queryFn: ({ signal }) => api.replicas(signal),
    refetchInterval: EVERY_MS,
  })
  const order = useMutation({
    mutationFn: ({ replica, action }) => api.orderReplica(replica, action),
    onSettled: () => query.refetch(),
  })
  return { query, order }
}
