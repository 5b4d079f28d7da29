import { sample } from './samples.js'

const ORDER = sample('replay-order.json')
const PROGRESS = sample('replay-progress.json')

/** A replay as the gateway tells of it, made of the golden samples. @param {object} changes */
export function replay(changes = {}) {
  const { replay: id, name, selection, ask, mode, pace, by, at } = ORDER
  const { quote, outcomes, rate, secondsLeft, why, position, state } = PROGRESS
  const done = outcomes.scored + outcomes.skipped + outcomes.failed
  return {
    id,
    name,
    state,
    total: quote.willRun,
    done,
    failed: outcomes.failed,
    skipped: outcomes.skipped,
    rate,
    secondsLeft,
    why,
    underWay: position - done,
    quote,
    needsConfirmation: false,
    confirmAbove: 1000,
    selection,
    namedChats: selection.chatIds.length,
    ask,
    mode,
    ratePerSecond: pace.ratePerSecond,
    createdBy: by,
    createdAt: at,
    changedBy: by,
    changedAt: at,
    promotable: false,
    ...changes,
  }
}

/** The prompts as the gateway tells of them. */
export function prompts() {
  const { version, parameters, publishedBy, publishedAt } = sample('judge-prompt-version.json')
  const known = { hash: '9f86d081', parameters, publishedBy, publishedAt }
  return {
    live: sample('judge-prompt-live.json'),
    versions: [
      { ...known, version: '2026-12-1', live: true },
      { ...known, version, live: false },
    ],
  }
}

/** The worked example of the figures' own description: rows live, columns the replay, 300 chats. */
export const MATRIX = [
  [20, 5, 1, 0, 0],
  [4, 30, 8, 1, 0],
  [1, 7, 60, 12, 1],
  [0, 1, 10, 80, 9],
  [0, 0, 2, 8, 40],
]

const SHARES = [
  [
    'horrible',
    [26, 0.0867, 0.0597, 0.1242],
    [25, 0.0833, 0.0571, 0.1202],
    [-0.0033, -0.0265, 0.0196, 'same'],
  ],
  ['bad', [43, 0.1433, 0.1082, 0.1875], [43, 0.1433, 0.1082, 0.1875], [0, -0.0332, 0.0332, 'same']],
  ['neutral', [81, 0.27, 0.2229, 0.3229], [81, 0.27, 0.2229, 0.3229], [0, -0.0441, 0.0441, 'same']],
  ['good', [100, 0.3333, 0.2822, 0.3886], [101, 0.3367, 0.2855, 0.3919], [0.0733, 0.0112, 0.1051, 'up']],
  ['great', [50, 0.1667, 0.1288, 0.2129], [50, 0.1667, 0.1288, 0.2129], [0, null, null, 'unknown']],
]
const share = ([count, value, low, high]) => ({ count, share: value, low, high, enough: true })

const COMPOSITE = {
  weights: { score: 0.35, resolution: 0.35, turns: 0.15, latency: 0.15 },
  targets: { csat: 4.5, turns: 6, latencySeconds: 120 },
  with: { score: 0.385, components: { score: 0.2606, resolution: 0.1064, turns: 0.0184, latency: 0 } },
  run: { score: 0.386, components: { score: 0.2613, resolution: 0.1064, turns: 0.0184, latency: 0 } },
}

/** A comparison as the gateway tells of it. @param {object} changes */
export function comparison(changes = {}) {
  const usage = {
    tokensIn: 561000,
    tokensCached: 307000,
    tokensReasoning: 28800,
    tokensOut: 113100,
    seconds: 2.4,
  }
  return {
    run: { id: ORDER.replay, name: ORDER.name, promptVersion: '2026-12-1', model: 'openai/gpt-oss-20b' },
    with: { id: 'live', name: 'live', promptVersion: '2026-11-3', model: 'openai/gpt-oss-20b' },
    compared: 300,
    onlyInRun: 4,
    onlyInWith: 2,
    matrix: MATRIX,
    shares: SHARES.map(([score, before, run, [value, low, high, direction]]) => ({
      score,
      with: share(before),
      run: share(run),
      difference: { value, low, high, direction },
    })),
    agreement: {
      exact: 0.766667,
      withinOne: 0.976667,
      flipped: 70,
      kappaLinear: { value: 0.800373, low: 0.755348, high: 0.845399 },
      kappaQuadratic: { value: 0.888398, low: 0.856277, high: 0.92052 },
      enough: true,
    },
    means: { with: 3.35, run: 3.36, delta: 0.01 },
    usage: { with: usage, run: { ...usage, tokensOut: 98200, seconds: 2.1 } },
    composite: COMPOSITE,
    customers: {
      count: 102,
      with: {
        exact: 0.41,
        withinOne: 0.79,
        kappaQuadratic: { value: 0.38, low: 0.21, high: 0.55 },
        mean: 3.4,
      },
      run: { exact: 0.47, withinOne: 0.83, kappaQuadratic: null, mean: 3.7 },
      meanCsat: 4.284,
    },
    figures: sample('replay-figures.json'),
    ...changes,
  }
}

/** A chat whose score is another. */
export const FLIPPED = {
  chatId: 'lhc-10482',
  agentName: 'Marta Ríos',
  team: 'Facturación',
  closedAt: '2026-11-20T09:21:30Z',
  with: { score: 'neutral', reason: 'Resolvió el cobro, pero la primera respuesta tardó.' },
  run: { score: 'good', reason: 'Resolvió el cobro duplicado y avisó del plazo.' },
}

/** What a run says of a chat, as the gateway details it. @param {object} changes */
export function detail(changes = {}) {
  const judgedBy = {
    kind: 'llm',
    model: 'openai/gpt-oss-20b',
    promptVersion: '2026-11-3',
    promptHash: '9f86',
    simulated: true,
  }
  return {
    ...sample('item.json'),
    simulated: true,
    detail: null,
    judgedBy,
    usage: { tokensIn: 1870, tokensCached: 1024, tokensReasoning: 96, tokensOut: 377 },
    attempts: 1,
    rawAnswer: null,
    ...changes,
  }
}
