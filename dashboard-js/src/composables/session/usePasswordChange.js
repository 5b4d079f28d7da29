import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { failureKind } from '../../utils/failures.js'
import { passwordProblem, SHORTEST_PASSWORD } from '../../utils/passwords.js'
import { useSession } from './useSession.js'

/** Changing the password with what a form holds; `problem` says in words why it did not work. */
export function usePasswordChange() {
  const { t } = useI18n()
  const session = useSession()
  const busy = ref(false)
  const done = ref(false)
  const problem = ref('')

  async function send(current, next) {
    try {
      await session.changePassword(current, next)
      done.value = true
    } catch (failure) {
      const kind = failureKind(failure)
      problem.value = t(`settings.${kind === 'notFound' ? 'unexpected' : kind}`)
    }
  }

  /** @param {{current: string, next: string, repeated: string}} fields @returns {Promise<boolean>} whether it worked */
  async function change(fields) {
    const found = passwordProblem(fields)
    done.value = false
    problem.value = found ? t(`settings.${found}`, { count: SHORTEST_PASSWORD }) : ''
    if (found || busy.value) return false
    busy.value = true
    await send(fields.current, fields.next)
    busy.value = false
    return done.value
  }

  return { busy, problem, done, change }
}
