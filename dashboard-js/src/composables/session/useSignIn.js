import { useI18n } from 'vue-i18n'
import { failureKind } from '../../utils/failures.js'
import { useFormat } from '../page/useFormat.js'
import { useAttempt } from './useAttempt.js'
import { useSession } from './useSession.js'

/** Signing in with what a form holds; `problem` says in words why it did not work. */
export function useSignIn() {
  const { t } = useI18n()
  const format = useFormat()
  const session = useSession()
  const { busy, problem, attempt } = useAttempt(inWords)

  function inWords(failure) {
    const kind = failureKind(failure)
    if (kind === 'rateLimited' && failure.retryAfterSeconds)
      return t('signIn.rateLimitedFor', { wait: format.duration(failure.retryAfterSeconds) })
    if (kind === 'invalid') return t('signIn.unauthorized')
    return t(kind === 'notFound' ? 'signIn.unexpected' : `signIn.${kind}`)
  }

  /** @param {{username: string, password: string}} credentials @returns {Promise<boolean>} whether it worked */
  function signIn({ username, password }) {
    const missing = username && password ? '' : t('signIn.missing')
    return attempt(missing, () => session.signIn(username, password))
  }

  return { busy, problem, signIn }
}
