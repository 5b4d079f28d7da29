import { expect, signIn, test } from '../support/test.js'

test('the language changes at once and stays', async ({ page }) => {
  await signIn(page, '/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ajustes')
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/live')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Live')
})
