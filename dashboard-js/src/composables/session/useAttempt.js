import { ref } from 'vue'

/** Sending what a form holds, one at a time; `problem` says in words why it did not work. */
export function useAttempt(inWords) {
  const busy = ref(false)
  const problem = ref('')

  async function send(action) {
    try {
      await action()
      return true
    } catch (failure) {
      problem.value = inWords(failure)
      return false
    }
  }

  /** @param {string} missing why it is not even sent @param {() => Promise} action @returns {Promise<boolean>} whether it worked */
  async function attempt(missing, action) {
    problem.value = missing
    if (missing || busy.value) return false
    busy.value = true
    const worked = await send(action)
    busy.value = false
    return worked
  }

  return { busy, problem, attempt }
}
