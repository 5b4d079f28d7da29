import { test as base, expect } from '@playwright/test'
import { PASSWORD, USERNAME } from './environment.js'

export { expect }

/**
 * A page that must not log an error: that is what guards the Content Security Policy. A test that provokes one names it in
 * `expectedErrors`.
 */
export const test = base.extend({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(String(error)))
    await use(page)
    expect(errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([])
  },
})

/** Signs in through the form and waits for the live connection. @param {string} path where to begin */
export async function signIn(page, path = '/live') {
  await page.goto(path)
  await fillSignIn(page, PASSWORD)
  await expect(page.locator('.connection-chip')).toHaveAttribute('data-state', 'live')
}

/** Fills and sends the sign-in form. */
export async function fillSignIn(page, password) {
  await page.getByLabel('Usuario', { exact: true }).fill(USERNAME)
  await page.getByLabel('Contraseña', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
}

/** The wall's row of a chat. */
export function rowOf(page, chatId) {
  return page.locator(`[data-chat-id="${chatId}"]`)
}
