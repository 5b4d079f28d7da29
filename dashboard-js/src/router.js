import { createRouter, createWebHistory } from 'vue-router'

const LivePage = () => import('./pages/LivePage.vue')
const ChatPage = () => import('./pages/ChatPage.vue')
const SourcesPage = () => import('./pages/SourcesPage.vue')
const ReplaysPage = () => import('./pages/ReplaysPage.vue')
const NewReplayPage = () => import('./pages/NewReplayPage.vue')
const ReplayPage = () => import('./pages/ReplayPage.vue')
const ReplayChatPage = () => import('./pages/ReplayChatPage.vue')
const ReplicasPage = () => import('./pages/ReplicasPage.vue')
const SettingsPage = () => import('./pages/SettingsPage.vue')
const SignInPage = () => import('./pages/SignInPage.vue')
const NotFoundPage = () => import('./pages/NotFoundPage.vue')

const ROUTES = [
  { path: '/', redirect: '/live' },
  { path: '/login', name: 'sign-in', component: SignInPage, meta: { open: true } },
  { path: '/live', name: 'live', component: LivePage },
  { path: '/chats/:id', name: 'chat', component: ChatPage },
  { path: '/sources', name: 'sources', component: SourcesPage },
  { path: '/replicas', name: 'replicas', component: ReplicasPage },
  { path: '/replays', name: 'replays', component: ReplaysPage },
  { path: '/replays/new', name: 'new-replay', component: NewReplayPage },
  { path: '/replays/:id', name: 'replay', component: ReplayPage },
  { path: '/replays/:id/chats/:chatId', name: 'replay-chat', component: ReplayChatPage },
  { path: '/settings', name: 'settings', component: SettingsPage },
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
]

/** The routes; every one but sign-in asks for a session and sends who has none to sign in first. */
export function createPages(session, history = createWebHistory()) {
  const router = createRouter({ history, routes: ROUTES, scrollBehavior })
  router.beforeEach((to) => {
    if (to.meta.open || session.state.value !== 'signed-out') return true
    return { name: 'sign-in', query: to.fullPath === '/live' ? {} : { next: to.fullPath } }
  })
  return router
}

function scrollBehavior(to, from, saved) {
  if (saved) return saved
  return to.path === from.path ? false : { top: 0 }
}
