import { accessToken, closeChat, storedOutcome } from '../support/pipeline.js'
import { expect, rowOf, signIn, test } from '../support/test.js'

/** A line to the gateway that the test can cut; both ends hear of it. */
async function cuttableLine(page) {
  const line = { isCut: false, ends: [] }
  await page.routeWebSocket('**/ws/live', (browserEnd) => {
    if (line.isCut) return browserEnd.close({ code: 1013 })
    line.ends = [browserEnd, browserEnd.connectToServer()]
  })
  line.cut = () => {
    line.isCut = true
    return Promise.all(line.ends.map((end) => end.close({ code: 1001 })))
  }
  line.mend = () => (line.isCut = false)
  return line
}

test('a cut line loses no verdict: the socket resumes where it was', async ({ page, request }) => {
  const line = await cuttableLine(page)
  const token = await accessToken(request)
  await signIn(page, '/live?q=e2e-')
  const before = await closeChat(request)
  await expect(rowOf(page, before)).toBeVisible()

  await line.cut()
  await expect(page.locator('.connection-chip')).toHaveAttribute('data-state', 'reconnecting')
  const during = await closeChat(request)
  await storedOutcome(request, token, during)
  await expect(rowOf(page, during)).toHaveCount(0)

  const snapshots = []
  page.on('request', (asked) => asked.url().includes('/api/evaluations') && snapshots.push(asked.url()))
  line.mend()
  await expect(rowOf(page, during)).toBeVisible()
  await expect(page.locator('.connection-chip')).toHaveAttribute('data-state', 'live')
  await expect(rowOf(page, before)).toHaveCount(1)
  expect(snapshots).toEqual([])
})
