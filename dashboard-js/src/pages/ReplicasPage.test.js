import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shallowRef } from 'vue'
import { API } from '../composables/api/useApi.js'
import { SESSION } from '../composables/session/useSession.js'
import { RequestFailure } from '../utils/failures.js'
import ReplicasPage from './ReplicasPage.vue'

const REPLICA = {
  replica: 'gpu-1:8000',
  state: 'ready',
  breaker: 'closed',
  workers: 1,
  inFlight: 3,
  cap: 64,
  p50Millis: 900,
  p95Millis: 2000,
  tokensPerSecond: 40,
  answered: 9,
  wasted: 1,
  serverWaiting: 0,
}

enableAutoUnmount(afterEach)

let api
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  HTMLDialogElement.prototype.close = vi.fn()
  api = { replicas: async () => [REPLICA], orderReplica: vi.fn(async () => ({})) }
})

async function openAs(role) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = mount(ReplicasPage, {
    global: {
      plugins: [[VueQueryPlugin, { queryClient }]],
      provide: { [API]: api, [SESSION]: { user: shallowRef({ role }) } },
    },
  })
  await flushPromises()
  return page
}

async function orderIn(page) {
  await page.find('.replica-row button').trigger('click')
  await page.find('.replica-order .primary').trigger('click')
  await flushPromises()
}

test('without replicas the page says what to do', async () => {
  api.replicas = async () => []
  expect((await openAs('viewer')).find('.empty-state').text()).toContain('JUDGE_REPLICAS')
})

test('only admins can order', async () => {
  const page = await openAs('supervisor')
  expect(page.find('.replica-row').exists()).toBe(true)
  expect(page.find('.replica-row button').exists()).toBe(false)
})

test('an admin drains a replica, after confirming', async () => {
  const page = await openAs('admin')
  await page.find('.replica-row button').trigger('click')
  expect(page.find('.replica-order').text()).toContain('¿Sacar gpu-1:8000 de servicio?')
  expect(api.orderReplica).not.toHaveBeenCalled()
  await page.find('.replica-order .primary').trigger('click')
  await flushPromises()
  expect(api.orderReplica).toHaveBeenCalledExactlyOnceWith('gpu-1:8000', 'drain')
})

test('an admin resumes one that is out of service', async () => {
  api.replicas = async () => [{ ...REPLICA, state: 'draining' }]
  await orderIn(await openAs('admin'))
  expect(api.orderReplica).toHaveBeenCalledExactlyOnceWith('gpu-1:8000', 'resume')
})

test('an order that fails says so and can be given again', async () => {
  api.orderReplica.mockRejectedValueOnce(new RequestFailure(503))
  const page = await openAs('admin')
  await orderIn(page)
  expect(page.find('.failure-note').text()).toContain('No se pudo dar la orden.')
  await page.find('.failure-note button').trigger('click')
  await flushPromises()
  expect(page.find('.failure-note').exists()).toBe(false)
})

test('a state that cannot be read says so', async () => {
  api.replicas = async () => Promise.reject(new RequestFailure(0))
  expect((await openAs('viewer')).find('.failure-note').text()).toContain('No se pudo leer el estado')
})
