import { useMutation, useQuery } from '@tanstack/vue-query'
import { useApi } from '../api/useApi.js'

/** The versions of the judge's prompt and which one is live, and `previous` to return to the one before. */
export function usePrompts() {
  const api = useApi()
  const query = useQuery({ queryKey: ['prompts'], queryFn: ({ signal }) => api.prompts(signal) })
  const previous = useMutation({
    mutationFn: () => api.previousPrompt(),
    onSettled: () => query.refetch(),
  })
  return { query, previous }
}
