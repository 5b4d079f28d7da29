import { request as httpRequest } from 'node:http'
import { BASE_URL } from './environment.js'

/**
 * Tries a WebSocket handshake with exactly these headers, as no browser page can.
 *
 * @param {{origin?: string, protocols?: string[]}} offer
 * @returns {Promise<{status: number, protocol?: string}>} 101 when the socket was opened (and is closed again)
 */
export function handshake({ origin = new URL(BASE_URL).origin, protocols = [] }) {
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16, 7).toString('base64'),
    Origin: origin,
    ...(protocols.length > 0 && { 'Sec-WebSocket-Protocol': protocols.join(', ') }),
  }
  return new Promise((resolve, reject) => {
    const attempt = httpRequest(new URL('/ws/live', BASE_URL), { headers })
    attempt.on('error', reject)
    attempt.on('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode })
    })
    attempt.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode, protocol: response.headers['sec-websocket-protocol'] })
    })
    attempt.end()
  })
}
