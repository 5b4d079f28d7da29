import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { INGEST_API_KEY, INGEST_URL, PASSWORD, USERNAME } from './environment.js'

const MESSAGES = [
  ['user', 'Hola, me cobraron dos veces la cuota de este mes. ¿Me pueden ayudar?'],
  ['assistant', 'Buenos días, soy Marta. Claro que sí, reviso su factura ahora mismo.'],
  ['user', 'Gracias, es la de octubre.'],
  ['assistant', 'Confirmado: fue un cobro duplicado. Ya pedí la devolución y la verá en 48 horas.'],
  ['user', 'Perfecto, quedó resuelto. ¡Muchas gracias!'],
]
const SECONDS_BETWEEN = 8

/** The agent of every chat that these tests close, and of no other. */
export const AGENT_ID = 'e2e-agent'

/** Closes a chat of this test's own, just now, through ingest-service. @returns {Promise<string>} its id */
export async function closeChat(request) {
  const chatId = `e2e-${randomUUID()}`
  const response = await request.post(`${INGEST_URL}/v1/chats`, {
    headers: { 'X-Api-Key': INGEST_API_KEY },
    data: { conversation_id: chatId, meta: meta(), transcript: transcript(Date.now()) },
  })
  expect(response.status()).toBe(200)
  expect(await response.json()).toMatchObject({ accepted: 1, rejected: [] })
  return chatId
}

function meta() {
  return { canal: 'web', idioma: 'es', agent_id: AGENT_ID, agent_name: 'Marta Ríos', team: 'Facturación' }
}

function transcript(closedAtMs) {
  return MESSAGES.map(([role, content], place) => {
    const secondsBefore = (MESSAGES.length - 1 - place) * SECONDS_BETWEEN
    return { role, content, timestamp: new Date(closedAtMs - secondsBefore * 1000).toISOString() }
  })
}

/** An access token of the API, apart from any page. */
export async function accessToken(request) {
  const response = await request.post('/api/auth/login', { data: { username: USERNAME, password: PASSWORD } })
  expect(response.status()).toBe(200)
  return (await response.json()).accessToken
}

/** Waits until a chat's outcome is stored, without looking at any page. */
export async function storedOutcome(request, token, chatId) {
  const headers = { Authorization: `Bearer ${token}` }
  await expect
    .poll(async () => {
      const response = await request.get(`/api/chats/${chatId}`, { headers })
      return response.ok() ? (await response.json()).evaluation?.type : response.status()
    })
    .toBe('scored')
}
