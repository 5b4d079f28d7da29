import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ShareBars from './ShareBars.vue'

test('bars and whiskers stand at their share of the axis', () => {
  const share = { with: { share: 0.1, low: 0.06, high: 0.16 }, run: { share: 0.2, low: 0.15, high: 0.26 } }
  const bars = mount(ShareBars, { props: { share, end: 0.4 } })
  expect(bars.findAll('rect').map((bar) => bar.attributes('width'))).toEqual(['25', '50'])
  expect(bars.findAll('path').map((path) => path.attributes('d'))).toContain('M15 9H40M15 5v8M40 5v8')
  expect(bars.attributes('aria-hidden')).toBe('true')
})
