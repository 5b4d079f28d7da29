import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { formatClock } from '../../utils/format.js'
import SloBanner from './SloBanner.vue'

const since = '2026-11-20T12:00:30Z'
const banner = (slo) => mount(SloBanner, { props: { slo } })

test('says since when the objective is not met and how long the oldest waits', () => {
  const text = banner({ objectiveSeconds: 30, breached: true, since, oldestSeconds: 41, late: 3 }).text()
  expect(text).toContain(
    `El objetivo de 30 s no se cumple desde ${formatClock(since, 'es-CL')}; el más antiguo espera 41 s`,
  )
})

test('says nothing while it is met or unknown', () => {
  expect(banner({ objectiveSeconds: 30, breached: false, since: null, oldestSeconds: null }).text()).toBe('')
  expect(banner(null).text()).toBe('')
  expect(banner(undefined).text()).toBe('')
})
