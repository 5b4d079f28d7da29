import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { ref, shallowRef } from 'vue'
import { createMemoryHistory, RouterView } from 'vue-router'
import { API } from '../composables/api/useApi.js'
import { createPreferences, PREFERENCES } from '../composables/page/usePreferences.js'
import { SESSION } from '../composables/session/useSession.js'
import { createPages } from '../router.js'

/**
 * One page at its address, with an API of the test's own.
 *
 * @param {string} path
 * @param {object} api
 * @param {'admin'|'supervisor'|'viewer'} role of who is signed in
 */
export async function openPage(path, api, role = 'admin') {
  window.scrollTo = () => {}
  const session = { state: ref('signed-in'), user: shallowRef({ username: 'ana', role }) }
  const router = createPages(session, createMemoryHistory())
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  router.push(path)
  await router.isReady()
  const page = mount(RouterView, {
    attachTo: document.body,
    global: {
      plugins: [router, [VueQueryPlugin, { queryClient }]],
      provide: { [PREFERENCES]: createPreferences(window), [SESSION]: session, [API]: api },
    },
  })
  await flushPromises()
  return { page, router }
}
