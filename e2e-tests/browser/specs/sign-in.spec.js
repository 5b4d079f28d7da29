import { expect, fillSignIn, signIn, test } from '../support/test.js'

test.describe('a wrong password', () => {
  test.use({ expectedErrors: [/status of 401/] })

  test('is refused in words, and nothing else happens', async ({ page }) => {
    await page.goto('/live')
    await fillSignIn(page, 'no es la contraseña')
    await expect(page.getByRole('alert')).toHaveText('El usuario o la contraseña no son correctos.')
    await expect(page).toHaveURL(/\/login/)
  })
})

test('a reload keeps the session', async ({ page }) => {
  await signIn(page)
  await page.reload()
  await expect(page.locator('.connection-chip')).toHaveAttribute('data-state', 'live')
  await expect(page.getByRole('heading', { name: 'En vivo' })).toBeVisible()
})

test('who signs out has to sign in again, and returns to where the link led', async ({ page }) => {
  await signIn(page, '/settings')
  await expect(page).toHaveURL(/\/settings$/)
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await page.getByRole('button', { name: 'Cerrar sesión' }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto('/live')
  await expect(page).toHaveURL(/\/login/)
})
