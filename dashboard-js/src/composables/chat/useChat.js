import { useQuery } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { fromPathSegment, toPathSegment } from '../../utils/chatIds.js'
import { RequestFailure } from '../../utils/failures.js'
import { useApi } from '../api/useApi.js'
import { useLiveFeed } from '../live/useLiveFeed.js'

/**
 * The chat that a path segment names, asked for again when the socket brings a newer verdict on it.
 *
 * @param {import('vue').Ref<string>} segment
 */
export function useChat(segment) {
  const api = useApi()
  const feed = useLiveFeed()
  const chatId = computed(() => fromPathSegment(segment.value))

  const query = useQuery({
    queryKey: ['chat', chatId],
    queryFn({ signal }) {
      if (chatId.value === null) throw new RequestFailure(404)
      return api.chat(toPathSegment(chatId.value), signal)
    },
    retry: (count, failure) => count < 1 && failure.status !== 404 && failure.status !== 401,
  })
  const newest = computed(() => feed.items.value.get(chatId.value) ?? feed.waiting.value.get(chatId.value))
  watch(newest, (now, before) => now && before !== now && query.refetch())
  return { chatId, query }
}
