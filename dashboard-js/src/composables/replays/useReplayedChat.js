import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { fromPathSegment, toPathSegment } from '../../utils/chatIds.js'
import { RequestFailure } from '../../utils/failures.js'
import { useApi } from '../api/useApi.js'

const retry = (count, failure) => count < 1 && failure.status !== 404 && failure.status !== 401

/**
 * A chat and what two runs say of it.
 *
 * @param {import('vue').Ref<string>} id the replay's
 * @param {import('vue').Ref<string>} segment the chat's, as a path has it
 * @param {import('vue').Ref<string>} other `live` or another replay's id
 */
export function useReplayedChat(id, segment, other) {
  const api = useApi()
  const chatId = computed(() => fromPathSegment(segment.value))

  function asked() {
    if (chatId.value === null) throw new RequestFailure(404)
    return toPathSegment(chatId.value)
  }

  const chat = useQuery({
    queryKey: ['chat', chatId],
    queryFn: ({ signal }) => api.chat(asked(), signal),
    retry,
  })
  const verdicts = useQuery({
    queryKey: ['replayedChat', id, chatId, other],
    queryFn: ({ signal }) => api.replayedChat(id.value, asked(), other.value, signal),
    retry,
  })
  return { chatId, chat, verdicts }
}
