import { inject, ref, shallowRef } from 'vue'
import { RequestFailure, retryAfterSeconds } from '../../utils/failures.js'

/** The key under which the page provides its session. */
export const SESSION = Symbol('session')

/** The localStorage key that says a refresh cookie may exist; another tab that signs out removes it. */
export const SIGNED_IN_HINT = 'dictamen.signed-in'

const LOCK = 'dictamen-refresh'

/**
 * Who is signed in. The access token lives in a private field and nowhere else; the refresh token is a cookie that scripts
 * cannot read. localStorage holds only a hint that such a cookie may exist.
 *
 * `state` is `signed-out`, `signed-in`, `expired` (was signed in: the page stays, a dialog asks again) or `away` (the
 * gateway could not be reached when the page opened).
 */
export class Session {
  state = ref('signed-out')
  user = shallowRef(null)
  #browser
  #endListeners = []
  #token = null
  #refreshing = null
  #isSigningOut = false

  /** @param {{fetch: Function, locks: ?LockManager, storage: Storage}} browser refreshes of all tabs queue on one Web Lock */
  constructor(browser) {
    this.#browser = browser
  }

  token() {
    return this.#token
  }

  async signIn(username, password) {
    this.#accept(await this.#post('/api/auth/login', { username, password }))
  }

  /** Takes up the session of an earlier visit, if there was one. Never throws. */
  async restore() {
    if (!this.#browser.storage.getItem(SIGNED_IN_HINT)) return
    await this.refresh().catch((failure) => {
      if (!isRefusal(failure)) this.state.value = 'away'
    })
  }

  /**
   * Gets a new access token; callers at the same time share one exchange, tabs take turns. Refused while somebody signs out:
   * the gateway cuts the live socket then, which would ask for one.
   */
  refresh() {
    if (this.#isSigningOut) return Promise.reject(new RequestFailure(401))
    const { locks } = this.#browser
    const inTurn = () => (locks ? locks.request(LOCK, () => this.#exchange()) : this.#exchange())
    this.#refreshing ??= inTurn().finally(() => (this.#refreshing = null))
    return this.#refreshing
  }

  async changePassword(currentPassword, newPassword) {
    await this.#post('/api/auth/password', { currentPassword, newPassword })
  }

  async signOut() {
    this.#isSigningOut = true
    await this.#post('/api/auth/logout').catch(() => null)
    this.#isSigningOut = false
    this.#end('signed-out')
  }

  /** Another tab signed out. */
  endedElsewhere() {
    this.#end(this.user.value ? 'expired' : 'signed-out')
  }

  /** @param {Function} listener told when somebody signed out, so that nothing of theirs stays */
  onEnd(listener) {
    this.#endListeners.push(listener)
  }

  async #exchange() {
    try {
      this.#accept(await this.#post('/api/auth/refresh'))
    } catch (failure) {
      if (isRefusal(failure)) this.#end(this.user.value ? 'expired' : 'signed-out')
      throw failure
    }
  }

  async #post(path, body) {
    const headers = { 'X-Dictamen': '1', ...(body && { 'Content-Type': 'application/json' }) }
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`
    const request = { method: 'POST', headers, body: body && JSON.stringify(body) }
    const response = await this.#browser.fetch(path, request).catch(() => null)
    if (!response) throw new RequestFailure(0)
    if (!response.ok) throw await failureOf(response)
    return response.status === 204 ? null : response.json()
  }

  #accept({ accessToken, user }) {
    const isAnother = this.user.value && this.user.value.username !== user.username
    if (isAnother) this.#end('signed-out')
    this.#token = accessToken
    this.user.value = user
    this.state.value = 'signed-in'
    this.#browser.storage.setItem(SIGNED_IN_HINT, '1')
  }

  #end(next) {
    this.#token = null
    this.state.value = next
    this.#browser.storage.removeItem(SIGNED_IN_HINT)
    if (next === 'expired') return
    this.user.value = null
    this.#endListeners.forEach((listener) => listener())
  }
}

/** The session that the page provides. @returns {Session} */
export function useSession() {
  return inject(SESSION)
}

/** The failure that an answer means. @param {Response} response */
export async function failureOf(response) {
  const problem = await response.json().catch(() => null)
  return new RequestFailure(response.status, problem, retryAfterSeconds(response.headers.get('Retry-After')))
}

function isRefusal({ status }) {
  return status === 401 || status === 403
}
