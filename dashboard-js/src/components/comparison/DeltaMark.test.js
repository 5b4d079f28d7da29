import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import DeltaMark from './DeltaMark.vue'

const mark = (props) => mount(DeltaMark, { props })

test.each([
  ['up', '▲', 'sube'],
  ['down', '▼', 'baja'],
  ['same', '=', 'igual'],
])('%s has its sign for the eye and its word for the ear', (direction, sign, word) => {
  const shown = mark({ direction, text: '+1' })
  expect(shown.find('[aria-hidden=true]').text()).toBe(sign)
  expect(shown.find('.visually-hidden').text()).toBe(word)
  expect(shown.text()).toContain('+1')
})

test('what cannot be told shows no figure', () => {
  expect(mark({ direction: 'unknown', text: '+1' }).text()).toBe('muy pocos para decidir')
})

test.each([
  ['up', 'up', 'better'],
  ['up', 'down', 'worse'],
  ['same', 'up', 'none'],
  ['up', '', 'none'],
])('%s where %s is better is %s', (direction, better, mood) => {
  expect(mark({ direction, better }).attributes('data-mood')).toBe(mood)
})
