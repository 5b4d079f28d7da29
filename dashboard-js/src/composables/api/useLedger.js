import { useQuery } from '@tanstack/vue-query'
import { useApi } from './useApi.js'

const EVERY_MS = 5000

/** The account of every closed chat, asked for again and again while the page is visible. */
export function useLedger() {
  const api = useApi()
  return useQuery({
    queryKey: ['ledger'],
    queryFn: ({ signal }) => api.ledger(signal),
    refetchInterval: EVERY_MS,
  })
}
