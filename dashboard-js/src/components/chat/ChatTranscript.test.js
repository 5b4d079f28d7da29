import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ChatTranscript from './ChatTranscript.vue'

const message = (index, role, text, sentAt = null) => ({ index, role, text, sentAt })

function transcript(messages, keyMessages = []) {
  return mount(ChatTranscript, { props: { messages, keyMessages } })
}

test('customer left, agent and bot right, system and notes in the middle', () => {
  const roles = ['customer', 'agent', 'bot', 'system', 'note']
  const bubbles = transcript(roles.map((role, index) => message(index, role, 'x'))).findAll('.message-bubble')
  expect(bubbles.map((bubble) => bubble.attributes('data-side'))).toEqual([
    'left',
    'right',
    'right',
    'middle',
    'middle',
  ])
})

test('a key message is named, and every message can be linked to', () => {
  const shown = transcript([message(0, 'customer', 'a'), message(1, 'agent', 'b')], [1])
  expect(shown.find('#m-1').text()).toContain('Mensaje clave 1')
  expect(shown.find('#m-0').text()).not.toContain('Mensaje clave')
})

test('a key message leads back to its entry in the verdict', async () => {
  const shown = transcript([message(4, 'agent', 'b')], [4])
  await shown.find('a.key').trigger('click')
  expect(shown.emitted('back')).toEqual([[4]])
})

test('says how long the customer waited', () => {
  const shown = transcript([
    message(0, 'customer', 'a', '2026-11-21T10:00:00Z'),
    message(1, 'agent', 'b', '2026-11-21T10:05:37Z'),
  ])
  expect(shown.text()).toContain('El cliente esperó 5 min 37 s')
})

test('markup in a message stays text', () => {
  const shown = transcript([message(0, 'customer', '<script>alert(1)</script>')])
  expect(shown.find('.body script').exists()).toBe(false)
  expect(shown.text()).toContain('<script>alert(1)</script>')
})

test('a very long message opens on demand', async () => {
  const shown = transcript([message(0, 'customer', 'x'.repeat(200_000))])
  expect(shown.find('bdi').text().length).toBe(3000)
  await shown.find('.message-text button').trigger('click')
  expect(shown.find('bdi').text().length).toBe(200_000)
})

test('an empty transcript and an empty message are said in words', () => {
  expect(transcript([]).text()).toContain('no tiene mensajes')
  expect(transcript([message(0, 'agent', null)]).text()).toContain('(mensaje vacío)')
})
