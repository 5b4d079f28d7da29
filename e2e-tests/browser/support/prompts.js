import { expect } from '@playwright/test'

/**
 * Publishes a version of the prompt that says what the live one says and one sentence more.
 *
 * @param {string} token of somebody who may
 * @param {string} version its name
 * @param {string} order the sentence, behind the chat
 */
export async function publishPrompt(request, token, version, order) {
  const headers = { Authorization: `Bearer ${token}` }
  const { live } = await (await request.get('/api/prompts', { headers })).json()
  const { texts } = await (await request.get(`/api/prompts/${live.ask.promptVersion}`, { headers })).json()
  const data = { version, texts: { ...texts, task: `${texts.task}\n${order}\n` } }
  const published = await request.post('/api/prompts', { headers, data })
  expect(published.status(), await published.text()).toBe(201)
}
