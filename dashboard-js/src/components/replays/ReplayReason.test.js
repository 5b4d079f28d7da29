import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ReplayReason from './ReplayReason.vue'

const reason = (text) => mount(ReplayReason, { props: { text } })

test('what is known is said in the language of the page, with its numbers and times', () => {
  const shown = reason(
    'all 1300 have a verdict of the same closing, prompt, model and parameters already' +
      '; what was found before 2026-11-01T15:00:00Z is gone from the topics by their retention',
  )
  expect(shown.text()).toMatch(
    /^Los 1\.300 chats ya tienen un dictamen .* parámetros\. Lo que llegó antes del .*11-26/,
  )
  expect(shown.find('[lang]').exists()).toBe(false)
})

test('one is not many', () => {
  expect(reason('1 of the named chats are not in the topics: import them first').text()).toBe(
    '1 de los chats nombrados no está en los tópicos: impórtalo primero.',
  )
})

test('the cause of failures stays as the worker gives it', () => {
  const shown = reason(
    'paused by itself: the last 50 chats all failed (request_refused: HTTP 400); mend the cause and resume, or cancel',
  )
  expect(shown.text()).toBe(
    'Se pausó sola: los últimos 50 chats fallaron todos (request_refused: HTTP 400). Corrige la causa y sigue, o cancela.',
  )
})

test('what is not known is marked as English', () => {
  const shown = reason('the moon is full\u202e')
  expect(shown.find('bdi[lang=en]').text()).toBe('the moon is full⟨U+202E⟩')
})

test('where there is nothing to say there is nothing', () => {
  expect(reason(null).find('p').exists()).toBe(false)
})
