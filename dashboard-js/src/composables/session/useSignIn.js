import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { failureKind } from '../../utils/failures.js'
import { useFormat } from '../page/useFormat.js'
import { useSession } from './useSession.js'

/** Signing in with what a form holds; `problem` says in words why it did not work. */
export function useSignIn() {
  const { t } = useI18n()
  const format = useFormat()
  const session = useSession()
  const busy = ref(false)
  const problem = ref('')

  function inWords(failure) {
    const kind = failureKind(failure)
    if (kind === 'rateLimited' && failure.retryAfterSeconds)
      return t('signIn.rateLimitedFor', { wait: format.duration(failure.retryAfterSeconds) })
    if (kind === 'invalid') return t('signIn.unauthorized')
    return t(kind === 'notFound' ? 'signIn.unexpected' : `signIn.${kind}`)
  }

  async function attempt(username, password) {
    try {
      await session.signIn(username, password)
      return true
    } catch (failure) {
      problem.value = inWords(failure)
      return false
    }
  }

  /** @param {{username: string, password: string}} credentials @returns {Promise<boolean>} whether it worked */
  async function signIn({ username, password }) {
    problem.value = username && password ? '' : t('signIn.missing')
    if (problem.value || busy.value) return false
    busy.value = true
    const worked = await attempt(username, password)
    busy.value = false
    return worked
  }

  return { busy, problem, signIn }
}
