import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { failureKind } from '../../utils/failures.js'
import { passwordProblem, SHORTEST_PASSWORD } from '../../utils/passwords.js'
import { useAttempt } from './useAttempt.js'
import { useSession } from './useSession.js'

/** Changing the password with what a form holds; `problem` says in words why it did not work. */
export function usePasswordChange() {
  const { t } = useI18n()
  const session = useSession()
  const done = ref(false)
  const { busy, problem, attempt } = useAttempt(inWords)

  function inWords(failure) {
    const kind = failureKind(failure)
    return t(`settings.${kind === 'notFound' ? 'unexpected' : kind}`)
  }

  /** @param {{current: string, next: string, repeated: string}} fields @returns {Promise<boolean>} whether it worked */
  async function change(fields) {
    const found = passwordProblem(fields)
    const missing = found ? t(`settings.${found}`, { count: SHORTEST_PASSWORD }) : ''
    done.value = false
    done.value = await attempt(missing, () => session.changePassword(fields.current, fields.next))
    return done.value
  }

  return { busy, problem, done, change }
}
