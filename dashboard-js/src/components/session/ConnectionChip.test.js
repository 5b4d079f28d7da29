import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ConnectionChip from './ConnectionChip.vue'

const HEARD_AT = new Date(2026, 10, 21, 12, 3, 7).getTime()

function chip(props) {
  return mount(ConnectionChip, { props })
}

test('says how old the data is while the line is cut', () => {
  expect(chip({ state: 'reconnecting', lastHeardAt: HEARD_AT }).text()).toBe(
    'Sin conexión · datos de las 12:03:07',
  )
  expect(chip({ state: 'reconnecting' }).text()).toBe('Reconectando…')
})

test('too many windows can be taken over here, revoked rights cannot', async () => {
  const tooMany = chip({ state: 'stopped', stoppedBy: 4429 })
  await tooMany.find('button').trigger('click')
  expect(tooMany.emitted('reopen')).toHaveLength(1)
  expect(chip({ state: 'stopped', stoppedBy: 4403 }).find('button').exists()).toBe(false)
})
