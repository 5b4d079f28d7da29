import { expect, test } from 'vitest'
import { samples } from '../testing/samples.js'
import { outcomeReasonKey } from '../utils/verdicts/outcomes.js'
import en from './en.json'
import es from './es.json'

function keys(messages, prefix = '') {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

function words(messages, path) {
  return path.split('.').reduce((found, key) => found?.[key], messages)
}

test('both languages say the same things', () => {
  expect(keys(en).sort()).toEqual(keys(es).sort())
})

test('both languages name the same values in each sentence', () => {
  const values = (text) => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const key of keys(es)) expect(values(words(en, key)), key).toEqual(values(words(es, key)))
})

test('nothing is left without words', () => {
  for (const messages of [es, en])
    for (const key of keys(messages)) expect(words(messages, key), key).not.toBe('')
})

test('every outcome of the golden samples has words in both languages', () => {
  const evaluations = samples(/^evaluation-.*\.json$/)
  expect(evaluations.length).toBeGreaterThan(0)
  for (const { type, verdict, reason } of evaluations) {
    const key =
      type === 'scored' ? `score.${verdict.score}` : outcomeReasonKey({ type, outcomeReason: reason })
    for (const messages of [es, en]) expect(words(messages, key), key).toBeTypeOf('string')
  }
})
