import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { replay } from '../../testing/replays.js'
import ReplayProgress from './ReplayProgress.vue'

const progress = (changes) => mount(ReplayProgress, { props: { replay: replay(changes) } })

test.each([
  [{ state: 'running', total: 3000, done: 1240, secondsLeft: 1080 }, '1.240 / 3.000 (41%) · quedan 18 min'],
  [{ state: 'running', total: 3000, done: 0, secondsLeft: null }, '0 / 3.000 (0%)'],
  [{ state: 'paused', total: 3000, done: 1240, secondsLeft: 1080 }, '1.240 / 3.000 (41%)'],
])('%j is %s', (changes, words) => {
  const shown = progress(changes)
  expect(shown.find('p').text()).toBe(words)
  expect(shown.find('progress').attributes('aria-label')).toBe(words)
})

test.each([
  [{ state: 'quoting', total: 0, done: 0 }, 'Contando los chats guardados…'],
  [{ state: 'quoted', total: 0, done: 0 }, 'Nada que evaluar'],
  [{ state: 'quoted', total: 1, done: 0 }, 'Espera confirmación: 1 chat por evaluar'],
])('%j has no bar: %s', (changes, words) => {
  const shown = progress(changes)
  expect(shown.text()).toBe(words)
  expect(shown.find('progress').exists()).toBe(false)
})
