/**
 * Measures the promise that supervisors feel: from a chat's close to its verdict's arrival in a browser. Run it by hand
 * against a running stack; it signs in, listens to the live socket and prints one JSON object.
 *
 *   E2E_BASE_URL=… E2E_USERNAME=… E2E_PASSWORD=… node measure/closeToBrowser.mjs [seconds]
 */
import { chromium } from '@playwright/test'

const SECONDS = Number(process.argv[2] ?? 300)
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']

/** @param {number[]} sorted @param {number} share @returns {number|null} */
function quantile(sorted, share) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : null
}

/** Notes how long ago each newly closed chat of a frame had closed, in milliseconds. */
function note(payload, openedAt, delays) {
  const arrivedAt = Date.now()
  const frame = JSON.parse(String(payload))
  for (const item of frame.items ?? []) {
    const closedAt = Date.parse(item.closedAt)
    if (closedAt >= openedAt) delays.push(arrivedAt - closedAt)
  }
}

async function signIn(page) {
  await page.goto(process.env.E2E_BASE_URL)
  await page.locator('input[autocomplete="username"]').fill(process.env.E2E_USERNAME)
  await page.locator('input[type="password"]').fill(process.env.E2E_PASSWORD)
  await page.locator('input[type="password"]').press('Enter')
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS })
const page = await browser.newPage()
const delays = []
const openedAt = Date.now()
page.on('websocket', (socket) =>
  socket.on('framereceived', ({ payload }) => note(payload, openedAt, delays)),
)
await signIn(page)
await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
await browser.close()

const sorted = delays.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    seconds: SECONDS,
    verdicts: sorted.length,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    maxMs: sorted.at(-1) ?? null,
  }),
)
