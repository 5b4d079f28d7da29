import { closeChat } from '../support/pipeline.js'
import { expect, rowOf, signIn, test } from '../support/test.js'

test('a verdict arrives by itself, and leads to its chat and its key messages', async ({ page, request }) => {
  await signIn(page, '/live?q=e2e-')
  await page.evaluate(() => (window.sameDocument = true))

  const chatId = await closeChat(request)
  const row = rowOf(page, chatId)
  await expect(row).toBeVisible()
  expect(await page.evaluate(() => window.sameDocument)).toBe(true)
  await expect(row.locator('.score-badge')).toHaveText(/Horrible|Mala|Regular|Buena|Excelente/)
  await expect(row).toContainText('Simulado')

  await row.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/chats/${chatId}$`))
  await expect(page.getByRole('heading', { name: `Chat ${chatId}` })).toBeVisible()
  await expect(page.locator('.message-bubble')).toHaveCount(5)

  await page
    .getByRole('link', { name: /^Ir al mensaje/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#m-\d+$/)
  const index = new URL(page.url()).hash.slice('#m-'.length)
  await expect(page.locator(`#m-${index}`)).toBeFocused()
  await expect(page.locator(`#m-${index}`)).toContainText('Mensaje clave')
})

test('while paused, a verdict waits behind a button', async ({ page, request }) => {
  await signIn(page, '/live?q=e2e-')
  await page.getByRole('button', { name: 'Pausar' }).click()
  const chatId = await closeChat(request)
  await expect(page.getByRole('button', { name: /^Ver \d+ nuevas?$/ })).toBeVisible()
  await expect(rowOf(page, chatId)).toHaveCount(0)
  await page.getByRole('button', { name: /^Ver \d+ nuevas?$/ }).click()
  await expect(rowOf(page, chatId)).toBeVisible()
})

test('filters live in the address', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: /^Fallidos/ }).click()
  await expect(page).toHaveURL(/score=failed/)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Fallidos/ })).toHaveAttribute('aria-pressed', 'true')
})
