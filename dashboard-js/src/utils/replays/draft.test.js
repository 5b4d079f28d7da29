import { expect, test } from 'vitest'
import { sample } from '../../testing/samples.js'
import { newDraft, newStretch, replayRequest } from './draft.js'
import { draftProblems, MOST_CHAT_IDS, rateProblem } from './draftProblems.js'

const draft = (changes) => ({ ...newDraft(), promptVersion: '2026-12-1', ...changes })
const selection = (changes) => replayRequest(draft(changes)).selection

test('nothing chosen but the prompt takes everything, to compare', () => {
  expect(draftProblems(draft())).toEqual({})
  const { selection: all, ...rest } = replayRequest(draft())
  expect(rest).toEqual({ ask: { promptVersion: '2026-12-1' }, mode: 'compare' })
  expect(all).not.toHaveProperty('from')
  expect(all).not.toHaveProperty('sample')
  expect(all.everyClosing).toBe(false)
})

test('a full form is the wish of the golden sample', () => {
  const wish = sample('replay-order.json')
  const form = draft({
    name: wish.name,
    take: 'offsets',
    offsets: [{ topic: 'support.chat.closed.v1', partition: '4', from: '0', to: '1200' }],
    teams: ['Facturación'],
    channels: ['web'],
    scores: ['bad', 'horrible'],
    sampled: true,
    sampleSize: '500',
    sampleSeed: '42',
    model: 'openai/gpt-oss-20b',
    temperature: '0,2',
    seed: '7',
    ratePerSecond: '20',
  })
  const { name, selection: chosen, ask, mode, ratePerSecond } = replayRequest(form)
  const { from, to, chatIds, ...rest } = wish.selection
  expect([from, to, chatIds]).not.toContain(undefined)
  expect(chosen).toEqual(rest)
  expect({ name, ask, mode, ratePerSecond }).toEqual({
    name: wish.name,
    ask: wish.ask,
    mode: wish.mode,
    ratePerSecond: wish.pace.ratePerSecond,
  })
})

test('times are the reader’s own and travel in UTC', () => {
  const from = '2026-11-01T09:00'
  expect(selection({ take: 'time', from }).from).toBe(new Date(from).toISOString())
  expect(selection({ take: 'time', from })).not.toHaveProperty('to')
})

test('a file stands for the chats that it names', () => {
  expect(selection({ take: 'file', file: { chatIds: ['a', 'b'] } }).chatIds).toEqual(['a', 'b'])
})

test('who asks for failed chats asks for no score', () => {
  expect(selection({ failed: true, scores: ['bad'] }).filter).toMatchObject({ failed: true, scores: [] })
})

test.each([
  ['promptVersion', 'noPrompt', { promptVersion: '' }],
  ['from', 'noTime', { take: 'time' }],
  ['to', 'backwards', { take: 'time', from: '2026-11-02T00:00', to: '2026-11-01T00:00' }],
  ['offsets', 'noStretch', { take: 'offsets', offsets: [newStretch()] }],
  [
    'offsets',
    'noStretch',
    { take: 'offsets', offsets: [{ topic: 't', partition: '0', from: '9', to: '9' }] },
  ],
  ['file', 'noChats', { take: 'file' }],
  ['file', 'tooManyChats', { take: 'file', file: { chatIds: Array(MOST_CHAT_IDS + 1).fill('x') } }],
  ['sampleSize', 'noCount', { sampled: true, sampleSize: '0' }],
  ['sampleSeed', 'noSeed', { sampled: true, sampleSeed: 'x' }],
  ['temperature', 'noTemperature', { temperature: '2,1' }],
  ['seed', 'noSeed', { seed: '1.5' }],
  ['ratePerSecond', 'noRate', { ratePerSecond: '0' }],
])('%s: %s', (field, problem, changes) => {
  expect(draftProblems(draft(changes))).toEqual({ [field]: problem })
})

test('what is not taken is not checked', () => {
  expect(draftProblems(draft({ sampleSize: 'x', offsets: [newStretch()], to: '1' }))).toEqual({})
})

test('no rate is no cap', () => {
  expect(rateProblem(' ')).toBe('')
  expect(rateProblem('2,5')).toBe('')
})
