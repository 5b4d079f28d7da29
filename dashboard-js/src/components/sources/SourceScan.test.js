import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import SourceScan from './SourceScan.vue'

const scan = { since: '2026-08-20T12:00:00Z', done: 48000, total: 120000, finishedAt: null }
const shown = (changes = {}) => mount(SourceScan, { props: { scan: { ...scan, ...changes } } })

test('shows how far the search is, since when, as a bar with a name and in words', () => {
  const bar = shown().find('progress')
  expect(bar.attributes('value')).toBe('40')
  expect(
    shown()
      .find(`#${bar.attributes('aria-labelledby')}`)
      .text(),
  ).toMatch(/desde 20-08-(20)?26/)
  expect(shown().find('.figures').text()).toBe('40 %: 48.000 de 120.000 chats recorridos')
})

test('without a total the bar has no value', () => {
  const open = shown({ total: 0 })
  expect(open.find('progress').attributes('value')).toBeUndefined()
  expect(open.find('.figures').text()).toBe('48.000 chats recorridos')
})

test('an ended search says so and has no bar', () => {
  const ended = shown({ finishedAt: '2026-11-20T12:00:00Z' })
  expect(ended.find('progress').exists()).toBe(false)
  expect(ended.find('.finished').text()).toContain('Búsqueda terminada')
})
