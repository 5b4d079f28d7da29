import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useApi } from '../api/useApi.js'

/** To start, pause, resume or cancel a replay, to change its rate, or to promote what it asked with. */
export function useReplayOrder() {
  const api = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, action, body }) => api.orderReplay(id, action, body),
    onSettled: (answer, failure, { id }) =>
      Promise.all(
        [['replays'], ['replay', id], ['prompts']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  })
}
