import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/badge.css'
import './styles/form.css'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { API, createApi } from './composables/api/useApi.js'
import { LiveFeed, LIVE_FEED } from './composables/live/useLiveFeed.js'
import { createPreferences, PREFERENCES } from './composables/page/usePreferences.js'
import { SESSION, Session, SIGNED_IN_HINT } from './composables/session/useSession.js'
import { createMessages } from './i18n.js'
import { createPages } from './router.js'

// A page opened before a deployment asks for scripts that are gone: the new page has new names.
window.addEventListener('vite:preloadError', () => window.location.reload())

async function start() {
  const preferences = createPreferences(window)
  const messages = createMessages(preferences.language.value)
  const session = new Session({
    fetch: window.fetch.bind(window),
    locks: navigator.locks,
    storage: localStorage,
  })
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: 1, staleTime: 5000, refetchOnWindowFocus: false } },
  })
  const feed = new LiveFeed({ session, window })
  feed.onSnapshotNeeded(() => queryClient.invalidateQueries({ queryKey: ['evaluations'] }))
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === SIGNED_IN_HINT && newValue === null) session.endedElsewhere()
  })
  session.onEnd(() => {
    feed.clear()
    queryClient.clear()
  })
  await session.restore()
  createApp(App)
    .use(messages)
    .use(VueQueryPlugin, { queryClient })
    .provide(PREFERENCES, preferences)
    .provide(SESSION, session)
    .provide(API, createApi({ session, fetch: window.fetch.bind(window) }))
    .provide(LIVE_FEED, feed)
    .use(createPages(session))
    .mount('#app')
}

start()
