import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { historyTopics, knownValues } from '../../utils/replays/knownValues.js'
import { useApi } from '../api/useApi.js'

const LATEST = 200
const MINUTES_MS = 5 * 60_000

/** What the latest chats have and where closed chats are kept, to suggest while somebody writes; empty until that is known. */
export function useKnownValues() {
  const api = useApi()
  const latest = useQuery({
    queryKey: ['known-values'],
    queryFn: ({ signal }) => api.evaluations({ limit: LATEST }, signal),
    staleTime: MINUTES_MS,
  })
  const status = useQuery({
    queryKey: ['history-topics'],
    queryFn: ({ signal }) => api.status(signal),
    staleTime: MINUTES_MS,
  })
  const known = computed(() => knownValues(latest.data.value?.items ?? []))
  const topics = computed(() => historyTopics(status.data.value?.topics ?? []))
  return { known, topics }
}
