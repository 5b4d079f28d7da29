import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reasonsOf } from './reasons.js'

const INGEST = join(import.meta.dirname, '../../../../ingest-service/src/main/java/dev/dictamen/ingest')
const GONE = 'what was found before 2026-11-01T08:00:00Z is gone from the topics by their retention'
const GONE_REASON = { name: 'goneBefore', values: { at: '2026-11-01T08:00:00Z' }, text: GONE }

/** All that a class says, its texts joined as the compiler joins them. */
function textsOf(file) {
  return readFileSync(join(INGEST, file), 'utf8').replace(/"\s*\+\s*"/g, '')
}

/** Of each: the class, its text with what Java puts into it, the sentence, its name and values. */
const SAID = [
  [
    'quote/Quoting.java',
    'unknown prompt version %s; there are %s: publish it first',
    'unknown prompt version 2026-12-1; there are 2026-11-1, 2026-11-3: publish it first',
    ['unknownPrompt', { version: '2026-12-1', known: '2026-11-1, 2026-11-3' }],
  ],
  [
    'quote/Quoting.java',
    'none yet',
    'unknown prompt version 2026-12-1; there are none yet: publish it first',
    ['noPromptYet', { version: '2026-12-1' }],
  ],
  [
    'quote/Quoting.java',
    'no closed chat in the topics matches: look at the range and the filters',
    'no closed chat in the topics matches: look at the range and the filters',
    ['noMatch', {}],
  ],
  [
    'quote/Quoting.java',
    'all %d have a verdict of the same closing, prompt, model and parameters already',
    'all 602 have a verdict of the same closing, prompt, model and parameters already',
    ['allJudged', { count: '602' }],
  ],
  [
    'quote/Quoting.java',
    ' of the named chats are not in the topics: import them first',
    '3 of the named chats are not in the topics: import them first',
    ['notFound', { count: '3' }],
  ],
  [
    'quote/Quoting.java',
    'what was found before %s is gone from the topics by their retention',
    GONE,
    ['goneBefore', { at: '2026-11-01T08:00:00Z' }],
  ],
  [
    'replay/Replay.java',
    '%s chats were confirmed and %d were quoted: confirm those',
    '12 chats were confirmed and 1300 were quoted: confirm those',
    ['otherConfirmed', { confirmed: '12', count: '1300' }],
  ],
  [
    'replay/Replay.java',
    'confirmed == null ? "no"',
    'no chats were confirmed and 1300 were quoted: confirm those',
    ['notConfirmed', { count: '1300' }],
  ],
  [
    'replay/Replay.java',
    'cancelled before it was counted',
    'cancelled before it was counted',
    ['notCounted', {}],
  ],
  [
    'replay/Replay.java',
    ' chats were gone from their topics by retention',
    '7 chats were gone from their topics by retention',
    ['goneMeanwhile', { count: '7' }],
  ],
  [
    'replay/Replay.java',
    'paused by itself: the last %d chats all failed (%s); mend the cause and resume, or cancel',
    'paused by itself: the last 50 chats all failed (request_refused: HTTP 400\n(model)); mend the cause and resume, or cancel',
    ['failsOnly', { count: '50', cause: 'request_refused: HTTP 400\n(model)' }],
  ],
  [
    'replay/Window.java',
    'no replica takes calls: look at the page of replicas; it goes on by itself',
    'no replica takes calls: look at the page of replicas; it goes on by itself',
    ['noReplica', {}],
  ],
  [
    'replay/Window.java',
    'live chats wait: bulk is paused until they have their verdicts',
    'live chats wait: bulk is paused until they have their verdicts',
    ['liveFirst', {}],
  ],
]

test.each(SAID)('%s says “%s”, and it is known', (file, words, text, [name, values]) => {
  expect(textsOf(file)).toContain(words)
  expect(reasonsOf(text)).toEqual([{ name, values, text }])
})

test('what is gone besides is a sentence of its own', () => {
  const [first, second] = reasonsOf(
    `no closed chat in the topics matches: look at the range and the filters; ${GONE}`,
  )
  expect(first.name).toBe('noMatch')
  expect(second).toEqual(GONE_REASON)
})

test('what is not known stays as it is, beside what is', () => {
  const text = 'the moon is full; so nothing runs'
  expect(reasonsOf(`${text}; ${GONE}`)).toEqual([{ name: null, values: {}, text }, GONE_REASON])
})

test.each([null, undefined, ''])('nothing is said of %s', (text) => {
  expect(reasonsOf(text)).toEqual([])
})
