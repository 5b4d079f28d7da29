import { numberOf } from './numbers.js'

/** What a wizard takes its chats by. */
export const TAKES = ['all', 'time', 'offsets', 'file']

/** The lists of values that chats can be filtered by. */
export const FILTERS = ['teams', 'agents', 'channels', 'languages', 'sources']

/** One stretch of a topic that nobody has written down yet. */
export function newStretch() {
  return { topic: '', partition: '', from: '', to: '' }
}

/** A replay as a form holds it: numbers as typed, nothing left out. */
export function newDraft() {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, []]))
  return {
    name: '',
    take: 'all',
    from: '',
    to: '',
    offsets: [newStretch()],
    file: null,
    ...filters,
    scores: [],
    failed: false,
    sampled: false,
    sampleSize: '100',
    sampleSeed: '1',
    closings: 'last',
    promptVersion: '',
    model: '',
    temperature: '',
    seed: '',
    mode: 'compare',
    ratePerSecond: '',
  }
}

/** The body of POST /api/replays; what is at its default is left out. @param {object} draft without problems */
export function replayRequest(draft) {
  return {
    ...(draft.name.trim() && { name: draft.name.trim() }),
    selection: {
      ...taken(draft),
      filter: filterOf(draft),
      ...sampleOf(draft),
      everyClosing: draft.closings === 'every',
    },
    ask: askOf(draft),
    mode: draft.mode,
    ...(draft.ratePerSecond.trim() && { ratePerSecond: numberOf(draft.ratePerSecond) }),
  }
}

function taken({ take, from, to, offsets, file }) {
  if (take === 'time') return { ...(from && { from: instant(from) }), ...(to && { to: instant(to) }) }
  if (take === 'offsets') return { offsets: offsets.map(stretchOf) }
  return take === 'file' ? { chatIds: file.chatIds } : {}
}

function stretchOf({ topic, partition, from, to }) {
  return { topic: topic.trim(), partition: Number(partition), from: Number(from), to: Number(to) }
}

/** @param {string} local as an input of type datetime-local gives it, in the reader's time zone */
function instant(local) {
  return new Date(local).toISOString()
}

function filterOf(draft) {
  const lists = Object.fromEntries(FILTERS.map((name) => [name, [...draft[name]]]))
  return { ...lists, scores: draft.failed ? [] : [...draft.scores], failed: draft.failed }
}

function sampleOf({ sampled, sampleSize, sampleSeed }) {
  return sampled ? { sample: { size: Number(sampleSize), seed: Number(sampleSeed) } } : {}
}

function askOf({ promptVersion, model, temperature, seed }) {
  return {
    promptVersion,
    ...(model.trim() && { model: model.trim() }),
    ...(temperature.trim() && { temperature: numberOf(temperature) }),
    ...(seed.trim() && { seed: Number(seed) }),
  }
}
