import { handshake } from '../support/handshake.js'
import { accessToken } from '../support/pipeline.js'
import { expect, test } from '../support/test.js'

test('the live socket opens only with a token, and only for our own page', async ({ request }) => {
  expect(await handshake({})).toEqual({ status: 401 })
  expect(await handshake({ protocols: ['dictamen.v1'] })).toEqual({ status: 401 })
  expect(await handshake({ protocols: ['dictamen.v1', 'bearer.not.a.token'] })).toEqual({ status: 401 })

  const protocols = ['dictamen.v1', `bearer.${await accessToken(request)}`]
  expect(await handshake({ origin: 'https://elsewhere.example', protocols })).toEqual({ status: 403 })
  expect(await handshake({ protocols })).toEqual({ status: 101, protocol: 'dictamen.v1' })
})
