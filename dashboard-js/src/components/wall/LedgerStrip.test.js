import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import LedgerStrip from './LedgerStrip.vue'

const ledger = {
  closed: 12345,
  scored: 12000,
  skipped: 300,
  failed: 45,
  inFlight: 0,
  oldestInFlightSeconds: null,
}

test('shows the account and that nothing waits', () => {
  const text = mount(LedgerStrip, { props: { ledger } }).text()
  for (const part of ['12.345', '12.000', '300', '45', 'Nada en espera']) expect(text).toContain(part)
})

test('shows how long the oldest has waited', () => {
  const waiting = { ...ledger, inFlight: 2, oldestInFlightSeconds: 75 }
  expect(mount(LedgerStrip, { props: { ledger: waiting } }).text()).toContain('1 min 15 s')
})

test('says how many of those in flight show a provisional verdict', () => {
  const strip = mount(LedgerStrip, { props: { ledger: { ...ledger, inFlight: 9, provisional: 4 } } })
  expect(strip.find('.provisional').text()).toContain('4 muestran un dictamen provisional')
})

test('an unreadable ledger says so over the last known figures', () => {
  const text = mount(LedgerStrip, { props: { ledger, failed: true } }).text()
  expect(text).toContain('12.345')
  expect(text).toContain('No se pudo leer la cuenta.')
})

test('says why chats were skipped, the most frequent reason first, a new reason by its code', () => {
  const skippedBy = { too_large: 9, vanished: 1290, unreadable: 2, moonlight: 1 }
  const text = mount(LedgerStrip, { props: { ledger: { ...ledger, skippedBy } } })
    .find('.skips')
    .text()
  expect(text).toBe('Omitidos: 1.290 desaparecidos · 9 demasiado largos · 2 ilegibles · 1 moonlight')
})

test('says nothing of skipped chats where there are none', () => {
  const strip = mount(LedgerStrip, { props: { ledger: { ...ledger, skippedBy: {} } } })
  expect(strip.find('.skips').exists()).toBe(false)
})

test('says why chats failed', () => {
  const failedBy = { invalid_verdict: 1, dead_letter: 3, moonlight: 1 }
  const text = mount(LedgerStrip, { props: { ledger: { ...ledger, failedBy } } })
    .find('.failed')
    .text()
  expect(text).toBe('Fallidos: 3 apartados por ilegibles · 1 dictamen inválido · 1 moonlight')
})
