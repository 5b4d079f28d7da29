import { violations } from '../support/accessibility.js'
import { AGENT_ID, accessToken, closeChat, storedOutcome } from '../support/pipeline.js'
import { publishPrompt } from '../support/prompts.js'
import { expect, signIn, test } from '../support/test.js'

const CHATS = 3
const FINISHES_WITHIN_MS = 240_000
const SCHEMES = ['light', 'dark']
const WIDTHS = [1440, 390]

/** Chats whose live verdict is stored, so that there is something to judge again. @returns {Promise<string>} a token */
async function judgedChats(request) {
  const token = await accessToken(request)
  const closed = await Promise.all(Array.from({ length: CHATS }, () => closeChat(request)))
  await Promise.all(closed.map((chatId) => storedOutcome(request, token, chatId)))
  return token
}

/** Fills the wizard: everything, compared, with the live prompt or another, at a seed of its own. */
async function askForQuote(page, { name, seed, version }) {
  await expect(page.locator('select[name=promptVersion] option').first()).toBeAttached()
  await expect(page.locator('select[name=promptVersion]')).toHaveValue(/.+/)
  if (version) await page.locator('select[name=promptVersion]').selectOption(version)
  await page.getByLabel('Semilla del modelo', { exact: true }).fill(seed)
  await page.getByLabel('Nombre', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Calcular presupuesto' }).click()
  await expect(page.locator('.quote-facts')).toBeVisible()
}

/** Takes the chats of these tests only: elsewhere new ones close all the time. */
async function takeOwnChats(page) {
  await page.getByText('Filtros, muestra y cierres').click()
  const agents = page.getByLabel('Agentes', { exact: true })
  await agents.fill(AGENT_ID)
  await agents.press('Enter')
  await expect(page.getByRole('button', { name: `Quitar ${AGENT_ID}` })).toBeVisible()
}

/** Reads what is quoted, types it where that is asked for, and starts. @returns {Promise<string>} the quoted number of chats */
async function start(page) {
  const count = await page.locator('[data-fact=willRun] dd').innerText()
  expect(count).not.toBe('0')
  const typed = page.locator('input[name=confirmedTotal]')
  if (await typed.isVisible()) await typed.fill(count)
  await page.getByRole('button', { name: /^Evaluar/ }).click()
  await expect(page).toHaveURL(/\/replays\/r-[a-z0-9-]+$/)
  return count
}

/** The page in both themes at both widths: nothing for axe to find at the first, nothing wider than the window, and a picture of each. */
async function look(page, testInfo, name) {
  for (const colorScheme of SCHEMES)
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      if (width === WIDTHS[0]) expect(await violations(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.screenshot({
        path: testInfo.outputPath(`${name}-${colorScheme}-${width}.png`),
        fullPage: true,
      })
    }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('from the wizard to the comparison, and to both verdicts on a chat', async ({
  page,
  request,
}, testInfo) => {
  test.setTimeout(FINISHES_WITHIN_MS + 180_000)
  const token = await judgedChats(request)
  const seed = String(Date.now() % 1_000_000)
  const name = `e2e ${seed}`
  const version = `e2e-${seed}`
  await publishPrompt(request, token, version, 'Asigna siempre la nota horrible.')

  await signIn(page, '/replays')
  await page.getByRole('link', { name: 'Nueva reevaluación' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nueva reevaluación' })).toBeVisible()
  await look(page, testInfo, 'wizard')
  await askForQuote(page, { name, seed, version })
  await look(page, testInfo, 'quote')
  await start(page)

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('.replay-head .state-badge')).toContainText('Terminada', {
    timeout: FINISHES_WITHIN_MS,
  })
  await expect(page.locator('.replay-card')).toContainText(/\(100\s?%\)/)
  await expect(page.locator('.shift-matrix tfoot td').last()).not.toHaveText('0')
  await expect(page.locator('[data-tile=exact]')).toContainText('%')
  await look(page, testInfo, 'comparison')

  await expect(page.locator('.comparison-board .counts')).toContainText('Simulado')
  await page.locator('.shift-matrix a').first().click()
  await expect(page).toHaveURL(/from=\w+&to=horrible/)
  await expect(page.locator('.flipped-list li').first()).toContainText('Simulado')
  await page.locator('.flipped-list li a').first().click()
  await expect(page.locator('.verdict-card')).toHaveCount(2)
  await expect(page.locator('.verdict-card').first()).toContainText('Simulado')
  await expect(page.locator('.verdict-card').last()).toContainText('Horrible')
  await expect(page.locator('.message-bubble').first()).toBeVisible()
  await look(page, testInfo, 'chat')
  await page.getByRole('link', { name: 'Volver a la comparación' }).click()
  await expect(page).toHaveURL(/from=\w+&to=horrible/)

  await page.getByRole('link', { name: 'Volver a Reevaluaciones' }).click()
  await expect(page.locator('.replay-row', { hasText: name })).toContainText('Terminada')
  await look(page, testInfo, 'list')
})

test('what was judged this way already is quoted as nothing to do', async ({ page, request }) => {
  test.setTimeout(FINISHES_WITHIN_MS + 60_000)
  await judgedChats(request)
  const seed = String((Date.now() + 500_000) % 1_000_000)

  await signIn(page, '/replays/new')
  await takeOwnChats(page)
  await askForQuote(page, { name: `e2e once ${seed}`, seed })
  await start(page)
  await expect(page.locator('.replay-head .state-badge')).toContainText('Terminada', {
    timeout: FINISHES_WITHIN_MS,
  })

  await page.goto('/replays/new')
  await takeOwnChats(page)
  await askForQuote(page, { name: `e2e twice ${seed}`, seed })
  await expect(page.locator('.explanation')).toContainText('No hay nada que evaluar')
  await expect(page.getByRole('button', { name: /^Evaluar/ })).toHaveCount(0)
})

test('a replay can be paused, goes on, and is cancelled only after a question', async ({ page, request }) => {
  test.setTimeout(FINISHES_WITHIN_MS)
  await judgedChats(request)
  const seed = String((Date.now() + 700_000) % 1_000_000)

  await signIn(page, '/replays/new')
  await page.getByLabel('Ritmo máximo (chats por segundo)').fill('0,1')
  await askForQuote(page, { name: `e2e slow ${seed}`, seed })
  await start(page)
  const state = page.locator('.replay-head .state-badge')
  await expect(state).toContainText('En marcha')
  await page.getByRole('button', { name: /^Pausar/ }).click()
  await expect(state).toContainText('En pausa')
  await page.getByRole('button', { name: /^Seguir/ }).click()
  await expect(state).toContainText('En marcha')
  await page.getByRole('button', { name: /^Cancelar e2e/ }).click()
  await page.getByRole('button', { name: 'Cancelar reevaluación' }).click()
  await expect(state).toContainText('Cancelada')
})
