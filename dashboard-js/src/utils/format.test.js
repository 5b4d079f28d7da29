import { expect, test } from 'vitest'
import {
  formatAgo,
  formatDateTime,
  formatDecimal,
  formatDuration,
  formatFixed,
  formatFixedPercent,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSigned,
  formatSignedPercent,
  regionalLocale,
} from './format.js'

const NOW = Date.parse('2026-11-21T12:00:00Z')

test('the language picks the words, the browser the region', () => {
  expect(regionalLocale('es', ['en-US', 'es-MX', 'es'])).toBe('es-MX')
  expect(regionalLocale('es', ['en-US'])).toBe('es-CL')
  expect(regionalLocale('en', ['es-CL'])).toBe('en-GB')
})

test('numbers are grouped as in Chile', () => {
  expect(formatNumber(1234567, 'es-CL')).toBe('1.234.567')
})

test('decimals are cut, shares are percentages, differences have their sign', () => {
  expect(formatDecimal(19.84, 1, 'es-CL')).toBe('19,8')
  expect(formatFixed(0.8, 2, 'es-CL')).toBe('0,80')
  expect(formatPercent(0.766667, 'en-GB')).toBe('76.7%')
  expect(formatFixedPercent(0.76, 'en-GB')).toBe('76.0%')
  expect(formatSignedPercent(0.132, 'en-GB')).toBe('+13.2%')
  expect([0.126, -2, 0.001].map((value) => formatSigned(value, 2, 'es-CL'))).toEqual([
    '+0,13',
    '-2,00',
    '0,00',
  ])
})

test('money has its currency, also one that nobody knows', () => {
  expect(formatMoney(0.18, 'EUR', 'en-GB')).toBe('€0.18')
  expect(formatMoney(1.5, 'créditos', 'es-CL')).toBe('1,5 créditos')
})

test('times are in 24 hours', () => {
  expect(formatDateTime('2026-11-21T00:05:00Z', 'en-US')).not.toMatch(/[AP]M/)
})

test.each([
  ['2026-11-21T11:59:40Z', 'hace 20 s'],
  ['2026-11-21T11:57:00Z', 'hace 3 min'],
  ['2026-11-21T07:00:00Z', 'hace 5 h'],
  ['2026-11-21T12:00:30Z', 'hace 0 s'],
])('%s is %s', (at, expected) => {
  expect(formatAgo(at, NOW, 'es-CL').replace('.', '')).toBe(expected)
})

test.each([
  [0, '0 s'],
  [37, '37 s'],
  [337, '5 min 37 s'],
  [300, '5 min'],
  [7500, '2 h 5 min'],
])('%i seconds are %s', (seconds, expected) => {
  expect(formatDuration(seconds, 'es-CL')).toBe(expected)
})

test('long durations show days and hours', () => {
  expect(formatDuration(3 * 86400 + 4 * 3600, 'en-GB')).toBe('3 days 4 hrs')
})
