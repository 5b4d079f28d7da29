import { violations } from '../support/accessibility.js'
import { closeChat } from '../support/pipeline.js'
import { expect, rowOf, signIn, test } from '../support/test.js'

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on the sign-in, live, chat, sources, replicas and settings pages, ${colorScheme}`, async ({
    page,
    request,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/login')
    await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible()
    expect(await violations(page)).toEqual([])

    const chatId = await closeChat(request)
    await signIn(page, '/live')
    await page.goto(`/live?q=${chatId}`)
    await expect(rowOf(page, chatId)).toBeVisible()
    expect(await violations(page)).toEqual([])

    await rowOf(page, chatId).getByRole('link').click()
    await expect(page.locator('.message-bubble').first()).toBeVisible()
    expect(await violations(page)).toEqual([])

    await page.goto('/sources')
    await expect(page.getByRole('heading', { level: 1, name: 'Fuentes' })).toBeVisible()
    expect(await violations(page)).toEqual([])

    await page.goto('/replicas')
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await violations(page)).toEqual([])

    await page.goto('/settings')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}
