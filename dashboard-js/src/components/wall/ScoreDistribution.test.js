import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ScoreDistribution from './ScoreDistribution.vue'

const NONE = { horrible: 0, bad: 0, neutral: 0, good: 0, great: 0 }

test('the picture says its numbers to who cannot see it', () => {
  const shown = mount(ScoreDistribution, { props: { counts: { ...NONE, bad: 2, great: 5 } } })
  expect(shown.attributes('aria-label')).toBe('Reparto de puntajes a la vista: Mala 2, Excelente 5')
  expect(shown.findAll('span')).toHaveLength(2)
})

test('no scores is said too', () => {
  expect(mount(ScoreDistribution, { props: { counts: NONE } }).attributes('aria-label')).toBe(
    'Aún no hay puntajes',
  )
})
