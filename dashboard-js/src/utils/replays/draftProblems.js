import { numberOf } from './numbers.js'

/** Most chats that a replay can name one by one, as the gateway has it. */
export const MOST_CHAT_IDS = 20_000

const HOTTEST = 2
const LARGEST_INT = 2 ** 31 - 1

/**
 * What is wrong with a draft, by field: the last part of a locale key under `newReplay.problem`.
 *
 * @param {object} draft as newDraft gives it
 * @returns {Record<string, string>} empty where it can be sent
 */
export function draftProblems(draft) {
  const all = { ...takeProblems(draft), ...sampleProblems(draft), ...askProblems(draft) }
  return Object.fromEntries(Object.entries(all).filter(([, problem]) => problem))
}

function takeProblems({ take, from, to, offsets, file }) {
  if (take === 'time') return { from: !from && !to && 'noTime', to: from && to && from >= to && 'backwards' }
  if (take === 'offsets') return { offsets: !offsets.every(isStretch) && 'noStretch' }
  return take === 'file' ? { file: fileProblem(file) } : {}
}

function fileProblem(file) {
  if (!file?.chatIds.length) return 'noChats'
  return file.chatIds.length > MOST_CHAT_IDS && 'tooManyChats'
}

function isStretch({ topic, partition, from, to }) {
  const isWhole = [partition, from, to].every((text) => /^\d+$/.test(text.trim()))
  return topic.trim() !== '' && isWhole && Number(from) < Number(to)
}

function sampleProblems({ sampled, sampleSize, sampleSeed }) {
  if (!sampled) return {}
  return {
    sampleSize: !isWholeWithin(sampleSize, 1) && 'noCount',
    sampleSeed: !isWholeWithin(sampleSeed, -LARGEST_INT) && 'noSeed',
  }
}

function askProblems({ promptVersion, temperature, seed, ratePerSecond }) {
  const degree = numberOf(temperature)
  return {
    promptVersion: !promptVersion && 'noPrompt',
    temperature: temperature.trim() && !(degree >= 0 && degree <= HOTTEST) && 'noTemperature',
    seed: seed.trim() && !isWholeWithin(seed, -LARGEST_INT) && 'noSeed',
    ratePerSecond: rateProblem(ratePerSecond),
  }
}

/** What is wrong with a rate cap as typed; empty where nothing is, and for none. @param {string} text */
export function rateProblem(text) {
  return text.trim() && !(numberOf(text) > 0) ? 'noRate' : ''
}

function isWholeWithin(text, least) {
  const value = Number(text)
  return /^-?\d+$/.test(text.trim()) && value >= least && value <= LARGEST_INT
}
