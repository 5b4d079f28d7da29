import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ValueList from './ValueList.vue'

const list = (modelValue) => mount(ValueList, { props: { label: 'Equipos', modelValue } })

async function enter(shown, value) {
  await shown.find('input').setValue(value)
  await shown.find('input').trigger('keydown', { key: 'Enter' })
  return shown.emitted('update:modelValue')
}

test('what is entered is added, and the field is free again', async () => {
  const shown = list(['Ventas'])
  expect(await enter(shown, ' Soporte ')).toEqual([[['Ventas', 'Soporte']]])
  expect(shown.find('input').element.value).toBe('')
})

test('nothing and what is there already are not added', async () => {
  expect(await enter(list(['Ventas']), 'Ventas')).toBeUndefined()
  expect(await enter(list([]), '  ')).toBeUndefined()
})

test('a value can be taken off by its name', async () => {
  const shown = list(['Ventas', 'Soporte'])
  await shown.find('button[aria-label="Quitar Ventas"]').trigger('click')
  expect(shown.emitted('update:modelValue')).toEqual([[['Soporte']]])
})
