import { useMutation } from '@tanstack/vue-query'
import { computed, reactive, ref } from 'vue'
import { newDraft, replayRequest } from '../../utils/replays/draft.js'
import { draftProblems } from '../../utils/replays/draftProblems.js'
import { RequestFailure } from '../../utils/failures.js'
import { useApi } from '../api/useApi.js'

const LARGEST_FILE = 32 * 1024 * 1024

/** A replay that somebody wishes: the draft of the form, reading its file of chats, and asking for its quote. */
export function useReplayWish() {
  const api = useApi()
  const draft = reactive(newDraft())
  const wasAsked = ref(false)
  const problems = computed(() => (wasAsked.value ? draftProblems(draft) : {}))

  const file = useMutation({
    mutationFn: (chosen) =>
      chosen.size > LARGEST_FILE ? Promise.reject(new RequestFailure(413)) : api.chatIdsOf(chosen),
    onMutate: () => (draft.file = null),
    onSuccess: (read, chosen) => (draft.file = { name: chosen.name, ...read }),
  })
  const creation = useMutation({ mutationFn: () => api.createReplay(replayRequest(draft)) })

  /** @returns {Promise<?object>} the replay, or null where the draft or the gateway says no */
  async function askForQuote() {
    wasAsked.value = true
    if (Object.keys(problems.value).length > 0) return null
    return creation.mutateAsync().catch(() => null)
  }

  return { draft, problems, file, creation, askForQuote }
}
